<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Chips</name>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Reuse, do not scan</source>
        <translation>Tái sử dụng, không quét</translation>
    </message>
    <message>
        <source>Only shown: do not scan</source>
        <translation>Chỉ xuất trình: không quét</translation>
    </message>
    <message>
        <source>Photocopy: do not scan</source>
        <translation>Bản sao giấy: không quét</translation>
    </message>
    <message>
        <source>Electronic form</source>
        <translation>Biểu mẫu điện tử</translation>
    </message>
    <message>
        <source>Secret: never scan</source>
        <translation>Tài liệu mật: không được quét</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>Not noted yet</source>
        <translation>Chưa ghi nhận</translation>
    </message>
    <message>
        <source>Has pages</source>
        <translation>Đã có trang</translation>
    </message>
    <message>
        <source>Paper made</source>
        <translation>Đã tạo giấy tờ</translation>
    </message>
    <message>
        <source>Reused</source>
        <translation>Đã tái sử dụng</translation>
    </message>
    <message>
        <source>Seen, given back</source>
        <translation>Đã xem, trả lại</translation>
    </message>
    <message>
        <source>Handed in, not scanned</source>
        <translation>Đã nhận bản giấy, không quét</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Không cần</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Code of the unit that receives, such as H56.14.</source>
        <translation>Mã định danh của đơn vị tiếp nhận, ví dụ H56.14.</translation>
    </message>
    <message>
        <source>Name of the unit.</source>
        <translation>Tên đơn vị.</translation>
    </message>
    <message>
        <source>Number of this workstation and how many there are.</source>
        <translation>Số thứ tự của máy trạm này và tổng số máy trạm.</translation>
    </message>
    <message>
        <source>file:///dir or s3+https://host/bucket.</source>
        <translation>file:///thư-mục hoặc s3+https://máy-chủ/kho.</translation>
    </message>
    <message>
        <source>Who works here.</source>
        <translation>Cán bộ làm việc trên máy này.</translation>
    </message>
    <message>
        <source>Code of the procedure, such as 1.001193.</source>
        <translation>Mã thủ tục hành chính, ví dụ 1.001193.</translation>
    </message>
    <message>
        <source>Code of a dossier that exists, or as another system gave it.</source>
        <translation>Mã hồ sơ đã có, hoặc mã do hệ thống khác cấp.</translation>
    </message>
    <message>
        <source>Text of the citizen card&apos;s QR code.</source>
        <translation>Nội dung mã QR của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Number of the component the files are for.</source>
        <translation>Số thứ tự thành phần hồ sơ mà các tệp thuộc về.</translation>
    </message>
    <message>
        <source>First day of reception, yyyy-MM-dd.</source>
        <translation>Ngày tiếp nhận đầu tiên, dạng năm-tháng-ngày.</translation>
    </message>
    <message>
        <source>Last day of reception, yyyy-MM-dd.</source>
        <translation>Ngày tiếp nhận cuối cùng, dạng năm-tháng-ngày.</translation>
    </message>
    <message>
        <source>procedure, field, officer, unit or day.</source>
        <translation>procedure (thủ tục), field (lĩnh vực), officer (cán bộ), unit (đơn vị) hoặc day (ngày).</translation>
    </message>
    <message>
        <source>table, csv, json, xlsx or pdf.</source>
        <translation>table (bảng), csv, json, xlsx hoặc pdf.</translation>
    </message>
    <message>
        <source>File to write.</source>
        <translation>Tệp kết quả cần ghi.</translation>
    </message>
    <message>
        <source>Tries everything now, once.</source>
        <translation>Gửi lại tất cả ngay bây giờ, một lần.</translation>
    </message>
    <message>
        <source>Code of a dossier; more codes may follow.</source>
        <translation>Mã hồ sơ; có thể ghi tiếp nhiều mã.</translation>
    </message>
    <message>
        <source>For printers that print on one side.</source>
        <translation>Dành cho máy in chỉ in một mặt.</translation>
    </message>
    <message>
        <source>Sides counted, of the dossier or of a component (2=4).</source>
        <translation>Số mặt giấy đã đếm, của hồ sơ hoặc của một thành phần (2=4).</translation>
    </message>
    <message>
        <source>Shows the key by which other workstations know these sheets.</source>
        <translation>Hiện khóa để các máy khác nhận ra những tờ ngăn này.</translation>
    </message>
    <message>
        <source>Reads such a key from standard input and signs with it.</source>
        <translation>Đọc một khóa như vậy từ đầu vào chuẩn và dùng nó để ký tờ ngăn.</translation>
    </message>
    <message>
        <source>Dossier of pages that no separator sheet claims.</source>
        <translation>Hồ sơ của các trang không thuộc tờ ngăn nào.</translation>
    </message>
    <message>
        <source>Patch T sheets part papers too.</source>
        <translation>Tờ Patch T cũng ngăn các giấy tờ.</translation>
    </message>
    <message>
        <source>A code that begins so is on the first page of a paper.</source>
        <translation>Mã bắt đầu như vậy nằm ở trang đầu của một giấy tờ.</translation>
    </message>
    <message>
        <source>So many sides are one paper.</source>
        <translation>Bấy nhiêu mặt giấy là một giấy tờ.</translation>
    </message>
    <message>
        <source>Separator sheets in the stack, as counted.</source>
        <translation>Số tờ ngăn trong tập giấy, theo đếm tay.</translation>
    </message>
    <message>
        <source>Each two sides are one sheet.</source>
        <translation>Cứ hai mặt là một tờ.</translation>
    </message>
    <message>
        <source>--every and --separators take a number from 1 to 9999.</source>
        <translation>--every và --separators nhận một số từ 1 đến 9999.</translation>
    </message>
    <message>
        <source>Sides counted: %1</source>
        <translation>Số mặt giấy đã đếm: %1</translation>
    </message>
    <message>
        <source>Separator sheet %1 of %2</source>
        <translation>Tờ ngăn %1 trong %2</translation>
    </message>
    <message>
        <source>BACK</source>
        <comment>title of the back of a separator sheet</comment>
        <translation>MẶT SAU</translation>
    </message>
    <message>
        <source>Back of the separator sheet. It is not kept.</source>
        <translation>Mặt sau của tờ ngăn. Tờ này không được lưu.</translation>
    </message>
    <message>
        <source>With this text, other workstations of the unit know the sheets printed here: type it there with --enter-key. Keep it within the unit.</source>
        <translation>Với dòng chữ này, các máy khác của đơn vị nhận ra tờ ngăn in ở đây: hãy gõ nó ở máy kia bằng --enter-key. Chỉ giữ trong đơn vị.</translation>
    </message>
    <message>
        <source>The text of the key is read from standard input.</source>
        <translation>Dòng chữ của khóa được đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Sheets of this workstation are signed with that key from now on.</source>
        <translation>Từ nay tờ ngăn của máy này được ký bằng khóa đó.</translation>
    </message>
    <message>
        <source>--sides takes N, or COMPONENT=N, for the sheets of one dossier; N from 1 to 9999.</source>
        <translation>--sides nhận N, hoặc THÀNH_PHẦN=N, cho tờ ngăn của một hồ sơ; N từ 1 đến 9999.</translation>
    </message>
    <message>
        <source>PDF file to write.</source>
        <translation>Tệp PDF cần ghi.</translation>
    </message>
    <message>
        <source>Code of a procedure; more codes may follow.</source>
        <translation>Mã thủ tục; có thể ghi tiếp nhiều mã.</translation>
    </message>
    <message>
        <source>Makes a home; repeating it changes nothing.</source>
        <translation>Tạo thư mục dữ liệu; chạy lại không làm thay đổi gì.</translation>
    </message>
    <message>
        <source>Looks at pages without a home, one line a page.</source>
        <translation>Xem xét các trang mà không cần thư mục dữ liệu, mỗi trang một dòng.</translation>
    </message>
    <message>
        <source>Takes in or continues a dossier and makes a PDF/A of each component.</source>
        <translation>Tiếp nhận hoặc làm tiếp một hồ sơ và tạo PDF/A cho từng thành phần.</translation>
    </message>
    <message>
        <source>A stack in feeder order, cut into dossiers and components by separator sheets.</source>
        <translation>Một tập giấy theo thứ tự quét, được chia thành hồ sơ và thành phần theo các tờ ngăn.</translation>
    </message>
    <message>
        <source>Delivers what waits to the warehouse.</source>
        <translation>Gửi những gì đang chờ lên kho dữ liệu.</translation>
    </message>
    <message>
        <source>Everything not yet confirmed: since when, why, next try.</source>
        <translation>Những gì kho chưa xác nhận: chờ từ bao giờ, vì sao, lần gửi tới.</translation>
    </message>
    <message>
        <source>The indicators, numerator and denominator shown.</source>
        <translation>Các chỉ tiêu, có cả tử số và mẫu số.</translation>
    </message>
    <message>
        <source>Checks files, or everything stored here and in the warehouse.</source>
        <translation>Kiểm tra các tệp, hoặc toàn bộ dữ liệu trên máy và trong kho.</translation>
    </message>
    <message>
        <source>Printable separator sheets for dossiers.</source>
        <translation>Tờ ngăn của hồ sơ để in.</translation>
    </message>
    <message>
        <source>Printable posters with the code of a procedure.</source>
        <translation>Tờ niêm yết có mã của thủ tục để in.</translation>
    </message>
    <message>
        <source>Writes the whole home into one file.</source>
        <translation>Sao lưu toàn bộ thư mục dữ liệu vào một tệp.</translation>
    </message>
    <message>
        <source>Makes a home of a backup.</source>
        <translation>Khôi phục thư mục dữ liệu từ bản sao lưu.</translation>
    </message>
    <message>
        <source>Note: this system has no key store, so the key of the data lies in a file of the home that only you can read. Keep the folder safe.</source>
        <translation>Lưu ý: máy này không có kho khóa, nên khóa của dữ liệu nằm trong một tệp của thư mục dữ liệu mà chỉ tài khoản của bạn đọc được. Hãy giữ thư mục này cẩn thận.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Cách dùng: %1</translation>
    </message>
    <message>
        <source>entry of this workstation&apos;s log</source>
        <translation>mục nhật ký của máy trạm này</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>chưa gửi lần nào</translation>
    </message>
    <message>
        <source>at the next sync</source>
        <translation>ở lần đồng bộ tới</translation>
    </message>
    <message>
        <source>Waiting: %1 - since %2 - %3 - next try: %4</source>
        <translation>Đang chờ: %1 - từ %2 - %3 - lần gửi tới: %4</translation>
    </message>
    <message>
        <source>no PDF/A claim</source>
        <translation>không khai báo PDF/A</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký số</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s)</source>
        <translation>
            <numerusform>%n chữ ký số</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 pages, %3, %4</source>
        <translation>%1: %2 trang, %3, %4</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Đang kiểm tra</translation>
    </message>
    <message>
        <source>Checked: %1 pages, %2 papers, %3 log entries here, %4 objects in the warehouse.</source>
        <translation>Đã kiểm tra: %1 trang, %2 giấy tờ, %3 mục nhật ký trên máy, %4 tệp trong kho dữ liệu.</translation>
    </message>
    <message>
        <source>No difference found.</source>
        <translation>Không có sai lệch nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) found, named above.</source>
        <translation>
            <numerusform>Có %n sai lệch, đã nêu ở trên.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivering</source>
        <translation>Đang gửi kho</translation>
    </message>
    <message>
        <source>Sent %1 papers, confirmed %2, waiting %3.</source>
        <translation>Đã gửi %1 giấy tờ, kho đã xác nhận %2, còn chờ %3.</translation>
    </message>
    <message>
        <source>Nothing waits: everything is confirmed by the warehouse.</source>
        <translation>Không còn gì chờ gửi: kho dữ liệu đã xác nhận tất cả.</translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation>Hãy ghi tên một tệp.</translation>
    </message>
    <message>
        <source>The key of the data is inside this file, because this system has no key store. Whoever has the file can read everything: lock it away.</source>
        <translation>Khóa của dữ liệu nằm trong tệp này, vì máy không có kho khóa. Ai có tệp này đều đọc được mọi thứ: hãy cất giữ thật kỹ.</translation>
    </message>
    <message>
        <source>Give --unit CODE and --unit-name NAME.</source>
        <translation>Hãy ghi --unit MÃ và --unit-name TÊN.</translation>
    </message>
    <message>
        <source>--workstation takes K/N, such as 1/3: this is the first of three workstations.</source>
        <translation>--workstation có dạng K/N, ví dụ 1/3: đây là máy thứ nhất trong ba máy trạm.</translation>
    </message>
    <message>
        <source>This home was there already: %1 (%2). Nothing was changed.</source>
        <translation>Thư mục dữ liệu này đã có: %1 (%2). Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Home made for %1 (%2).</source>
        <translation>Đã tạo thư mục dữ liệu cho %1 (%2).</translation>
    </message>
    <message>
        <source>Home: %1</source>
        <translation>Thư mục dữ liệu: %1</translation>
    </message>
    <message>
        <source>Warehouse: %1</source>
        <translation>Kho dữ liệu: %1</translation>
    </message>
    <message>
        <source>Backup written: %1</source>
        <translation>Đã ghi bản sao lưu: %1</translation>
    </message>
    <message>
        <source>Home restored: %1</source>
        <translation>Đã khôi phục thư mục dữ liệu: %1</translation>
    </message>
    <message>
        <source>Folder of the home.</source>
        <translation>Thư mục dữ liệu.</translation>
    </message>
    <message>
        <source>One JSON object a line on standard output.</source>
        <translation>In mỗi dòng một đối tượng JSON.</translation>
    </message>
    <message>
        <source>No messages and no progress.</source>
        <translation>Không in thông báo và tiến độ.</translation>
    </message>
    <message>
        <source>Language of the messages: vi or en.</source>
        <translation>Ngôn ngữ thông báo: vi hoặc en.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Hiện hướng dẫn này.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Hiện phiên bản.</translation>
    </message>
    <message>
        <source>sohoa-cli: digitizes dossiers and delivers them to the warehouse, without a window.</source>
        <translation>sohoa-cli: số hóa hồ sơ và gửi lên kho dữ liệu, không cần cửa sổ.</translation>
    </message>
    <message>
        <source>Every command: --home DIR, --json, --quiet, --lang vi|en. Exit status: 0 done, 1 done in part or refused, 2 wrong usage, 3 disk, network or key.</source>
        <translation>Mọi lệnh: --home THƯ-MỤC, --json, --quiet, --lang vi|en. Mã kết thúc: 0 xong, 1 xong một phần hoặc bị từ chối, 2 dùng sai, 3 lỗi ổ đĩa, mạng hoặc khóa.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. See sohoa-cli --help.</source>
        <translation>Không có lệnh &quot;%1&quot;. Xem sohoa-cli --help.</translation>
    </message>
    <message>
        <source>%1 See sohoa-cli --help.</source>
        <translation>%1 Xem sohoa-cli --help.</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>content</source>
        <translation>có nội dung</translation>
    </message>
    <message>
        <source>These files were taken in before; nothing was changed.</source>
        <translation>Các tệp này đã được tiếp nhận từ trước; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Dossier %1  %2</source>
        <translation>Hồ sơ %1  %2</translation>
    </message>
    <message>
        <source>  %1  %2 pages  %3 kB  %4</source>
        <translation>  %1  %2 trang  %3 kB  %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s) were scanned under 200 dpi. Scan them again at 200 dpi or more.</source>
        <translation>
            <numerusform>%1: có %n trang quét dưới 200 dpi. Hãy quét lại ở 200 dpi trở lên.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside: %1 [%2]  %3</source>
        <translation>Để riêng: %1 [%2]  %3</translation>
    </message>
    <message>
        <source>Pages fed %1 = kept %2 + set aside %3</source>
        <translation>Số trang đã quét %1 = giữ lại %2 + để riêng %3</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to other dossiers, as their separator sheets say.</source>
        <translation>
            <numerusform>%n trang đã vào hồ sơ khác theo tờ ngăn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of the stack shows the same sheet as page %2: was it fed twice? Both are kept; set one aside in the window.</source>
        <translation>Trang %1 của chồng giấy là cùng một tờ với trang %2: có phải tờ này đã bị quét hai lần? Cả hai trang đều được giữ; nếu đúng, hãy để riêng một trang trong cửa sổ chương trình.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) lie behind the separator sheet of a dossier that is not known here. They stay in this dossier; check them in the window.</source>
        <translation>
            <numerusform>%n trang nằm sau tờ ngăn của một hồ sơ không có trên máy này. Các trang ở lại hồ sơ này; hãy mở cửa sổ chương trình để kiểm tra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken in from the warehouse: %n entries of this workstation&apos;s own log that the restored backup did not have.</source>
        <translation>
            <numerusform>Đã lấy lại từ kho %n mục nhật ký của chính máy trạm này mà bản sao lưu được khôi phục chưa có.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of dossiers are not in the warehouse yet: they go with the next sync.</source>
        <translation>
            <numerusform>%n thay đổi của hồ sơ chưa có trong kho: sẽ được gửi ở lần đồng bộ tới.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads the text from standard input.</source>
        <translation>Đọc dòng chữ từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>The key of the data as text to lock away; with --enter gives it back.</source>
        <translation>Khóa của dữ liệu dưới dạng chữ để cất giữ; với --enter thì nhập lại khóa.</translation>
    </message>
    <message>
        <source>The key is back: the home opens.</source>
        <translation>Đã có lại khóa: dữ liệu mở được.</translation>
    </message>
    <message>
        <source>The text is read from standard input, where nobody else sees it.</source>
        <translation>Dòng chữ được đọc từ đầu vào chuẩn, nơi không ai khác thấy.</translation>
    </message>
    <message>
        <source>Print this line and lock it away, not beside a backup: whoever has both can read everything, and without it a backup opens on this account only.</source>
        <translation>Hãy in dòng này và cất giữ, đừng để cạnh bản sao lưu: ai có cả hai thì đọc được mọi thứ; còn không có nó thì bản sao lưu chỉ mở được trên tài khoản này.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) belong to no dossier yet: no separator sheet stands before them. They are kept; assign them in the window.</source>
        <translation>
            <numerusform>Có %n trang chưa thuộc hồ sơ nào: trước chúng không có tờ ngăn. Các trang vẫn được giữ; hãy mở cửa sổ chương trình để xếp vào hồ sơ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation>Hãy ghi ít nhất một tệp.</translation>
    </message>
    <message>
        <source>Examining</source>
        <translation>Đang xem xét</translation>
    </message>
    <message>
        <source>Give --procedure CODE, or --dossier CODE of a dossier that exists.</source>
        <translation>Hãy ghi --procedure MÃ, hoặc --dossier MÃ của hồ sơ đã có.</translation>
    </message>
    <message>
        <source>--component takes a number from 1.</source>
        <translation>--component là số thứ tự, từ 1 trở lên.</translation>
    </message>
    <message>
        <source>Name at least one file or folder.</source>
        <translation>Hãy ghi ít nhất một tệp hoặc thư mục.</translation>
    </message>
    <message>
        <source>No pictures and no PDF files were found there.</source>
        <translation>Ở đó không có tệp ảnh hay PDF nào.</translation>
    </message>
    <message>
        <source>--to takes a day such as 2026-11-30.</source>
        <translation>--to là một ngày, ví dụ 2026-11-30.</translation>
    </message>
    <message>
        <source>--from takes a day such as 2026-11-01.</source>
        <translation>--from là một ngày, ví dụ 2026-11-01.</translation>
    </message>
    <message>
        <source>The first day is after the last day.</source>
        <translation>Ngày đầu lại sau ngày cuối.</translation>
    </message>
    <message>
        <source>--by takes procedure, field, officer, unit or day.</source>
        <translation>--by là procedure (thủ tục), field (lĩnh vực), officer (cán bộ), unit (đơn vị) hoặc day (ngày).</translation>
    </message>
    <message>
        <source>--format takes table, csv, json, xlsx or pdf.</source>
        <translation>--format là table (bảng), csv, json, xlsx hoặc pdf.</translation>
    </message>
    <message>
        <source>This format is not text: name a file with --output FILE.</source>
        <translation>Định dạng này không in ra màn hình được: hãy ghi tên tệp bằng --output TỆP.</translation>
    </message>
    <message>
        <source>Report written: %1</source>
        <translation>Đã ghi báo cáo: %1</translation>
    </message>
    <message>
        <source>DOSSIER</source>
        <comment>title of a separator sheet</comment>
        <translation>HỒ SƠ</translation>
    </message>
    <message>
        <source>Put this sheet on top of the dossier. It is not kept.</source>
        <translation>Đặt tờ này lên trên cùng của hồ sơ. Tờ ngăn không lưu vào hồ sơ.</translation>
    </message>
    <message>
        <source>COMPONENT %1</source>
        <comment>title of a separator sheet</comment>
        <translation>THÀNH PHẦN %1</translation>
    </message>
    <message>
        <source>Put this sheet before the paper. It is not kept.</source>
        <translation>Đặt tờ này ngay trước giấy tờ. Tờ ngăn không lưu vào hồ sơ.</translation>
    </message>
    <message>
        <source>Time limit: %1</source>
        <translation>Thời hạn giải quyết: %1</translation>
    </message>
    <message>
        <source>Components of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) written: %1</source>
        <translation>
            <numerusform>Đã ghi %n tờ: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Give --dossier CODE of a dossier that exists; more codes may follow.</source>
        <translation>Hãy ghi --dossier MÃ của hồ sơ đã có; có thể ghi tiếp nhiều mã.</translation>
    </message>
    <message>
        <source>Separator sheets</source>
        <translation>Tờ ngăn</translation>
    </message>
    <message>
        <source>Give --procedure CODE, such as 1.001193; more codes may follow.</source>
        <translation>Hãy ghi --procedure MÃ, ví dụ 1.001193; có thể ghi tiếp nhiều mã.</translation>
    </message>
    <message>
        <source>Posters of procedures</source>
        <translation>Niêm yết thủ tục hành chính</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Phần trăm</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>Đang tiếp nhận</translation>
    </message>
    <message>
        <source>Making PDF/A</source>
        <translation>Đang tạo PDF/A</translation>
    </message>
    <message>
        <source>Fetched %1 entries of other workstations.</source>
        <translation>Đã nhận %1 mục nhật ký của các máy trạm khác.</translation>
    </message>
    <message>
        <source>Today&apos;s copy of the journal could not be made</source>
        <translation>Chưa sao lưu được sổ nhật ký của ngày hôm nay</translation>
    </message>
    <message>
        <source>The files are the result of the procedure.</source>
        <translation>Các tệp là kết quả giải quyết thủ tục.</translation>
    </message>
    <message>
        <source>--source takes flatbed, feeder or duplex.</source>
        <translation>--source nhận flatbed (mặt kính), feeder (khay nạp, một mặt) hoặc duplex (khay nạp, hai mặt).</translation>
    </message>
    <message>
        <source>--mode takes color, gray or bw.</source>
        <translation>--mode nhận color, gray hoặc bw.</translation>
    </message>
    <message>
        <source>--dpi takes a number from 50 to 1200.</source>
        <translation>--dpi nhận một số từ 50 đến 1200.</translation>
    </message>
    <message>
        <source>--limit takes a number from 1.</source>
        <translation>--limit nhận một số từ 1 trở lên.</translation>
    </message>
    <message>
        <source>--paper takes width and height in mm, such as 210x297.</source>
        <translation>--paper nhận chiều rộng và chiều cao tính bằng mm, ví dụ 210x297.</translation>
    </message>
    <message>
        <source>Side %1 is safe.</source>
        <translation>Mặt %1 đã được lưu an toàn.</translation>
    </message>
    <message>
        <source>It came only in part.</source>
        <translation>Mặt này chỉ về một phần.</translation>
    </message>
    <message numerus="yes">
        <source>The feeder stopped. %n side(s) are safe.</source>
        <translation>
            <numerusform>Máy đã ngừng nạp giấy. %n mặt đã được lưu an toàn.</numerusform>
        </translation>
    </message>
    <message>
        <source>When this is put right, lay the sheets from number %1 on into the feeder and go on with: sohoa-cli scan --continue %2</source>
        <translation>Khi đã xử lý xong, hãy đặt các tờ từ tờ thứ %1 trở đi vào khay nạp rồi quét tiếp bằng lệnh: sohoa-cli scan --continue %2</translation>
    </message>
    <message numerus="yes">
        <source>Stack %1 of %2, %3: %n side(s) are here and whole.</source>
        <translation>
            <numerusform>Chồng giấy %1 lúc %2, %3: có đủ và nguyên vẹn %n mặt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names the scanners that answer.</source>
        <translation>Liệt kê các máy quét đang trả lời.</translation>
    </message>
    <message>
        <source>Id of the scanner, as --list names it.</source>
        <translation>Mã của máy quét, như --list liệt kê.</translation>
    </message>
    <message>
        <source>flatbed, feeder or duplex.</source>
        <translation>flatbed (mặt kính), feeder (khay nạp, một mặt) hoặc duplex (khay nạp, hai mặt).</translation>
    </message>
    <message>
        <source>color, gray or bw.</source>
        <translation>color (màu), gray (xám) hoặc bw (đen trắng).</translation>
    </message>
    <message>
        <source>Dots an inch.</source>
        <translation>Số điểm trên một inch.</translation>
    </message>
    <message>
        <source>Width and height in mm.</source>
        <translation>Chiều rộng và chiều cao tính bằng mm.</translation>
    </message>
    <message>
        <source>Stop after so many sides.</source>
        <translation>Dừng sau chừng ấy mặt.</translation>
    </message>
    <message>
        <source>How many sheets were counted by hand.</source>
        <translation>Số tờ đã đếm bằng tay.</translation>
    </message>
    <message>
        <source>What the stack is called.</source>
        <translation>Tên gọi của chồng giấy.</translation>
    </message>
    <message>
        <source>Code of the dossier the pages are for; else separator sheets decide.</source>
        <translation>Mã hồ sơ nhận các trang; nếu không có thì theo tờ ngăn.</translation>
    </message>
    <message>
        <source>A stack that was not finished, to go on with.</source>
        <translation>Chồng giấy quét dở, để quét tiếp.</translation>
    </message>
    <message>
        <source>Names every side.</source>
        <translation>Liệt kê từng mặt.</translation>
    </message>
    <message>
        <source>Closes what adds up.</source>
        <translation>Đóng những chồng đã khớp số.</translation>
    </message>
    <message>
        <source>With --close: closes what does not add up as well.</source>
        <translation>Dùng cùng --close: đóng cả chồng chưa khớp số.</translation>
    </message>
    <message>
        <source>--sheets takes a number from 1.</source>
        <translation>--sheets nhận một số từ 1 trở lên.</translation>
    </message>
    <message>
        <source>--dossier CODE and --component N belong together.</source>
        <translation>--dossier CODE và --component N phải đi cùng nhau.</translation>
    </message>
    <message>
        <source>Give --scanner ID; --list names the scanners.</source>
        <translation>Hãy cho biết --scanner ID; --list liệt kê các máy quét.</translation>
    </message>
    <message>
        <source>Stack %1</source>
        <translation>Chồng giấy %1</translation>
    </message>
    <message>
        <source>--knowingly needs --close.</source>
        <translation>--knowingly phải dùng cùng --close.</translation>
    </message>
    <message>
        <source>No stack is unfinished.</source>
        <translation>Không có chồng giấy nào quét dở.</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>chồng giấy</translation>
    </message>
    <message>
        <source>side %1</source>
        <translation>mặt %1</translation>
    </message>
    <message>
        <source>%1 sides were expected and %2 came.</source>
        <translation>Cần có %1 mặt, mới có %2.</translation>
    </message>
    <message>
        <source>Both sides are scanned, but the number of sides (%1) is odd: half a sheet is missing.</source>
        <translation>Quét hai mặt nhưng số mặt (%1) lẻ: thiếu một mặt.</translation>
    </message>
    <message>
        <source>%1: the scanner&apos;s own count jumped; a side before it did not arrive.</source>
        <translation>%1: số đếm của máy quét bị nhảy; có mặt trước đó chưa về.</translation>
    </message>
    <message>
        <source>%1: the scanner&apos;s own count went back; the side came twice or out of order.</source>
        <translation>%1: số đếm của máy quét lùi lại; mặt này về hai lần hoặc sai thứ tự.</translation>
    </message>
    <message>
        <source>%1 is byte for byte the same as %2.</source>
        <translation>%1 giống hệt %2 đến từng byte.</translation>
    </message>
    <message>
        <source>%1 shows the same sheet as %2: was it fed twice?</source>
        <translation>%1 là cùng một tờ với %2: có phải tờ này đã bị quét hai lần?</translation>
    </message>
    <message>
        <source>%1 came only in part.</source>
        <translation>%1 chỉ về một phần.</translation>
    </message>
    <message>
        <source>Feeding ended early and was not gone on with.</source>
        <translation>Máy ngừng nạp giấy giữa chừng và chưa quét tiếp.</translation>
    </message>
    <message>
        <source>%1 is no longer on the disk as it came.</source>
        <translation>%1 trên đĩa không còn nguyên như lúc quét.</translation>
    </message>
    <message>
        <source>%1: the separator sheets contradict each other or what followed them.</source>
        <translation>%1: các tờ ngăn mâu thuẫn với nhau hoặc với các trang đi sau.</translation>
    </message>
    <message>
        <source>Sides fed %1 = kept %2 + set aside %3 + repeated %4 + deleted %5  (%6)</source>
        <translation>Số mặt quét %1 = giữ %2 + để riêng %3 + lặp lại %4 + xóa %5  (%6)</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa đóng</translation>
    </message>
    <message>
        <source>The stack stays open. Go on with: sohoa-cli scan --continue %1, or close it as it is: sohoa-cli sessions %1 --close --knowingly</source>
        <translation>Chồng giấy vẫn để mở. Quét tiếp bằng lệnh: sohoa-cli scan --continue %1, hoặc đóng nguyên trạng: sohoa-cli sessions %1 --close --knowingly</translation>
    </message>
    <message>
        <source>Scans a stack; each side is named when it is safe on the disk.</source>
        <translation>Quét một chồng giấy; mỗi mặt được nêu khi đã lưu an toàn trên đĩa.</translation>
    </message>
    <message>
        <source>Stacks whose scanning was not finished, read again from the disk.</source>
        <translation>Các chồng giấy quét dở, được đọc lại từ đĩa.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s) with a note stuck on lack their second copy, without the note.</source>
        <translation>
            <numerusform>%1: %n trang có giấy ghi chú còn thiếu bản sao chụp thứ hai, không có giấy ghi chú.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Đang so sánh</translation>
    </message>
    <message>
        <source>Bundle written: %1</source>
        <translation>Đã ghi gói mang tay: %1</translation>
    </message>
    <message>
        <source>%1 papers and %2 entries of the log, %3.</source>
        <translation>%1 giấy tờ và %2 mục nhật ký, %3.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Mã mở gói: %1</translation>
    </message>
    <message>
        <source>Write the code down and carry it apart from the stick: it is kept nowhere, and nobody opens the bundle without it. What is in the bundle waits here too, until the warehouse has it.</source>
        <translation>Hãy chép mã ra giấy và mang riêng với USB: chương trình không lưu mã ở đâu, thiếu mã thì không ai mở được gói. Những gì trong gói vẫn chờ gửi ở máy này cho đến khi kho đã nhận.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) could not be read here and are not in the bundle; &quot;verify&quot; names them.</source>
        <translation>
            <numerusform>Có %n giấy tờ không đọc được ở máy này nên không nằm trong gói; lệnh &quot;verify&quot; nêu rõ từng giấy tờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer made the bundle itself: all of it waits here already or is delivered. Nothing was changed.</source>
        <translation>Gói này do chính máy này lập ra: mọi thứ trong gói đã chờ gửi ở đây hoặc đã gửi xong. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>This bundle was taken in before. Nothing was changed.</source>
        <translation>Gói này đã được nhập trước đó. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Taken in from workstation %1: %2 papers, %3 entries of its log. They go to the warehouse with the next sync.</source>
        <translation>Đã nhập của máy số %1: %2 giấy tờ, %3 mục nhật ký. Lần đồng bộ tới sẽ gửi vào kho.</translation>
    </message>
    <message>
        <source>Say export or import, and name one file.</source>
        <translation>Hãy ghi export hoặc import, và nêu một tệp.</translation>
    </message>
    <message>
        <source>Code of the bundle; otherwise it is read from standard input.</source>
        <translation>Mã mở gói; nếu không ghi thì đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>What waits, in one sealed file for a stick; another computer takes it in and delivers it.</source>
        <translation>Gói những gì đang chờ vào một tệp niêm phong để mang bằng USB; máy khác nhập vào rồi gửi lên kho.</translation>
    </message>
    <message>
        <source>paper of workstation %1, carried here in a bundle</source>
        <translation>giấy tờ của máy số %1, mang đến bằng gói</translation>
    </message>
    <message>
        <source>entry of the log of workstation %1, carried here in a bundle</source>
        <translation>mục nhật ký của máy số %1, mang đến bằng gói</translation>
    </message>
    <message numerus="yes">
        <source>Delivered for other workstations: %n entries of their logs that were carried here.</source>
        <translation>
            <numerusform>Đã gửi hộ máy khác: %n mục nhật ký được mang đến đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bucket answers</source>
        <translation>Kho (bucket) có trả lời</translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>Đồng hồ hai bên khớp nhau</translation>
    </message>
    <message>
        <source>Wrong secret key</source>
        <translation>Khóa bí mật sai</translation>
    </message>
    <message>
        <source>Header added on the way</source>
        <translation>Tiêu đề bị thêm trên đường truyền</translation>
    </message>
    <message>
        <source>Objects come back as they went</source>
        <translation>Đọc lại đúng như đã gửi</translation>
    </message>
    <message>
        <source>Body altered (Content-MD5)</source>
        <translation>Nội dung bị đổi (Content-MD5)</translation>
    </message>
    <message>
        <source>Body altered (SHA-256)</source>
        <translation>Nội dung bị đổi (SHA-256)</translation>
    </message>
    <message>
        <source>Upload broken off</source>
        <translation>Đang gửi thì đứt mạng</translation>
    </message>
    <message>
        <source>Large object in parts, resumed</source>
        <translation>Tệp lớn gửi từng phần, gửi tiếp</translation>
    </message>
    <message>
        <source>Abandoned upload is gone</source>
        <translation>Lần gửi đã bỏ được xóa hết</translation>
    </message>
    <message>
        <source>Listing in order, from any key on</source>
        <translation>Liệt kê đúng thứ tự, từ khóa bất kỳ</translation>
    </message>
    <message>
        <source>Object that is not there</source>
        <translation>Hỏi tệp không có trong kho</translation>
    </message>
    <message>
        <source>Put only if absent (If-None-Match)</source>
        <translation>Chỉ ghi khi chưa có (If-None-Match)</translation>
    </message>
    <message>
        <source>The same for large objects</source>
        <translation>Như trên, với tệp lớn</translation>
    </message>
    <message>
        <source>Old versions are kept</source>
        <translation>Giữ các phiên bản cũ</translation>
    </message>
    <message>
        <source>Objects can be locked</source>
        <translation>Khóa được tệp (object lock)</translation>
    </message>
    <message>
        <source>What is not this key&apos;s own</source>
        <translation>Phần không thuộc khóa này</translation>
    </message>
    <message>
        <source>Deleting with this key</source>
        <translation>Xóa bằng khóa này</translation>
    </message>
    <message>
        <source>good</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>lưu ý</translation>
    </message>
    <message>
        <source>BAD</source>
        <translation>HỎNG</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>KHÔNG RÕ</translation>
    </message>
    <message>
        <source>as it must be</source>
        <translation>đúng như phải có</translation>
    </message>
    <message>
        <source>clocks apart, corrected for</source>
        <translation>đồng hồ lệch nhau, đã tự chỉnh khi ký</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>được chấp nhận</translation>
    </message>
    <message>
        <source>left something behind</source>
        <translation>có để lại tệp</translation>
    </message>
    <message>
        <source>other than it must be</source>
        <translation>khác với điều phải có</translation>
    </message>
    <message>
        <source>forbidden (403)</source>
        <translation>bị cấm (403)</translation>
    </message>
    <message>
        <source>honoured</source>
        <translation>được tôn trọng</translation>
    </message>
    <message>
        <source>silently ignored, so it is not relied on</source>
        <translation>bị lờ đi, nên chương trình không dựa vào</translation>
    </message>
    <message>
        <source>not offered, so it is not used</source>
        <translation>không có, nên chương trình không dùng</translation>
    </message>
    <message>
        <source>on</source>
        <translation>đang bật</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>đang tạm dừng</translation>
    </message>
    <message>
        <source>off</source>
        <translation>đang tắt</translation>
    </message>
    <message>
        <source>not known to this server</source>
        <translation>máy chủ này không có</translation>
    </message>
    <message>
        <source>allowed; workstations&apos; keys should not be</source>
        <translation>được phép; khóa của máy trạm không nên có quyền này</translation>
    </message>
    <message>
        <source>could not be tried</source>
        <translation>không thử được</translation>
    </message>
    <message>
        <source>warehouse check needs the address of a bucket, such as s3+https://host/bucket.</source>
        <translation>warehouse check cần địa chỉ kho, dạng s3+https://máy-chủ/kho.</translation>
    </message>
    <message>
        <source>Left there, because this key may not delete: %1</source>
        <translation>Còn để lại vì khóa này không có quyền xóa: %1</translation>
    </message>
    <message>
        <source>Verdict: this bucket can be used as a warehouse.</source>
        <translation>Kết luận: dùng được làm kho dữ liệu.</translation>
    </message>
    <message>
        <source>Verdict: do not use this bucket as a warehouse.</source>
        <translation>Kết luận: không nên dùng làm kho dữ liệu.</translation>
    </message>
    <message>
        <source>Where in the bucket to try things out.</source>
        <translation>Chỗ thử trong kho.</translation>
    </message>
    <message>
        <source>A prefix that this key must have no right to.</source>
        <translation>Tiền tố mà khóa này không được có quyền.</translation>
    </message>
    <message>
        <source>The warehouse command knows “check”, followed by an address.</source>
        <translation>Lệnh warehouse chỉ có “check”, theo sau là địa chỉ kho.</translation>
    </message>
    <message>
        <source>Tries out whether a bucket of an S3 server can be relied on; keys as in the guide.</source>
        <translation>Thử xem kho trên máy chủ S3 có tin cậy được không; cách đặt khóa xem trong tài liệu.</translation>
    </message>
    <message>
        <source>How long copies stay; 0: for ever, else at least 7.</source>
        <translation>Giữ bản sao bao nhiêu ngày; 0: giữ mãi, nếu không thì ít nhất 7.</translation>
    </message>
    <message>
        <source>With less free space older copies go sooner; 0: never.</source>
        <translation>Ổ đĩa còn trống ít hơn mức này thì xóa sớm bản sao cũ; 0: không bao giờ.</translation>
    </message>
    <message>
        <source>Removes copies of papers that the warehouse confirmed long ago; how long they stay.</source>
        <translation>Xóa bản sao trên máy của giấy tờ kho đã xác nhận từ lâu; đặt thời gian giữ.</translation>
    </message>
    <message numerus="yes">
        <source>Of the papers, %n have no copy here any more: the warehouse has them.</source>
        <translation>
            <numerusform>Trong số giấy tờ, %n không còn bản sao trên máy: kho đang giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed here, because the warehouse has them: copies of %1 papers, %2. They come back when somebody opens them.</source>
        <translation>Đã xóa bớt trên máy vì kho đã có: bản sao của %1 giấy tờ, %2. Khi có người mở, chương trình lấy lại từ kho.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them went before their time, because the disk is nearly full.</source>
        <translation>
            <numerusform>Trong đó %n bản được xóa sớm hơn hạn vì ổ đĩa sắp đầy.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is nearly full, and no more copies can go. Make room on it.</source>
        <translation>Ổ đĩa sắp đầy mà không còn bản sao nào được phép xóa. Hãy dọn bớt ổ đĩa.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that the warehouse once confirmed are not there any more as they were. The copies here stay; &quot;verify&quot; names them.</source>
        <translation>
            <numerusform>Có %n giấy tờ kho từng xác nhận nay không còn đúng như trước. Bản trên máy được giữ lại; lệnh &quot;verify&quot; nêu rõ từng giấy tờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>--days takes 0 (for ever) or at least 7, --free-space takes GB.</source>
        <translation>--days nhận 0 (giữ mãi) hoặc ít nhất 7, --free-space nhận số GB.</translation>
    </message>
    <message>
        <source>Copies of papers stay here for ever.</source>
        <translation>Bản sao giấy tờ được giữ mãi trên máy này.</translation>
    </message>
    <message numerus="yes">
        <source>Copies of papers stay here for %n day(s) after the warehouse confirmed them.</source>
        <translation>
            <numerusform>Bản sao giấy tờ được giữ trên máy này %n ngày kể từ khi kho xác nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes this computer the workstation that the province&apos;s file says.</source>
        <translation>Ghi danh máy này theo tệp mà tỉnh cấp.</translation>
    </message>
    <message>
        <source>When and how fast this workstation delivers; without options shows it.</source>
        <translation>Máy trạm này gửi khi nào và nhanh bao nhiêu; không có tùy chọn thì chỉ xem.</translation>
    </message>
    <message>
        <source>The warehouse could not be asked now: whether it accepts the keys shows at the first delivery. %1</source>
        <translation>Lúc này chưa hỏi được kho: đến lần gửi đầu tiên mới biết kho có nhận khóa hay không. %1</translation>
    </message>
    <message>
        <source>The clock of this computer differs from the warehouse&apos;s by %1 minutes: set it right.</source>
        <translation>Đồng hồ của máy này lệch %1 phút so với kho: hãy chỉnh lại.</translation>
    </message>
    <message>
        <source>at most %1 kbit/s</source>
        <translation>nhiều nhất %1 kbit/s</translation>
    </message>
    <message>
        <source>as fast as the line goes</source>
        <translation>nhanh hết mức đường truyền</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Tốc độ: %1</translation>
    </message>
    <message>
        <source>Papers: %1</source>
        <translation>Giấy tờ: %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>chỉ gửi %1</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>gửi bất cứ lúc nào</translation>
    </message>
    <message>
        <source>Line paid by volume: nothing goes by itself</source>
        <translation>Đường truyền tính tiền theo dung lượng: không tự gửi</translation>
    </message>
    <message>
        <source>Line paid by volume: like any other</source>
        <translation>Đường truyền tính tiền theo dung lượng: gửi như thường</translation>
    </message>
    <message numerus="yes">
        <source>Alarm: undelivered for more than %n hour(s)</source>
        <translation>
            <numerusform>Báo động: chưa gửi được quá %n giờ</numerusform>
        </translation>
    </message>
    <message>
        <source>--limit takes 0 (none) or 32 to 1000000 kbit/s.</source>
        <translation>--limit nhận 0 (không giới hạn) hoặc từ 32 đến 1000000 kbit/s.</translation>
    </message>
    <message>
        <source>--hours takes FROM-TO, such as 17:30-07:00, or any.</source>
        <translation>--hours nhận TỪ-ĐẾN, ví dụ 17:30-07:00, hoặc any.</translation>
    </message>
    <message>
        <source>--metered takes wait or send.</source>
        <translation>--metered nhận wait hoặc send.</translation>
    </message>
    <message>
        <source>--alarm takes 1 to 744 hours.</source>
        <translation>--alarm nhận từ 1 đến 744 giờ.</translation>
    </message>
    <message>
        <source>Either --pause or --resume.</source>
        <translation>Chỉ dùng một trong hai: --pause hoặc --resume.</translation>
    </message>
    <message>
        <source>Shows an enrolment with invented keys.</source>
        <translation>In một tệp ghi danh mẫu với khóa bịa.</translation>
    </message>
    <message>
        <source>Speed in kbit/s; 0: as fast as the line goes.</source>
        <translation>Tốc độ, kbit/s; 0: nhanh hết mức đường truyền.</translation>
    </message>
    <message>
        <source>Papers go only then, such as 17:30-07:00; or any.</source>
        <translation>Chỉ gửi giấy tờ trong khoảng này, ví dụ 17:30-07:00; hoặc any.</translation>
    </message>
    <message>
        <source>On a line paid by volume: wait or send.</source>
        <translation>Khi đường truyền tính tiền theo dung lượng: wait (chờ) hoặc send (gửi).</translation>
    </message>
    <message>
        <source>Hours after which an undelivered paper is an alarm.</source>
        <translation>Số giờ chưa gửi được thì báo động.</translation>
    </message>
    <message>
        <source>Nothing is sent until --resume.</source>
        <translation>Không gửi gì cho đến khi --resume.</translation>
    </message>
    <message>
        <source>Ends --pause.</source>
        <translation>Kết thúc --pause.</translation>
    </message>
    <message>
        <source>Name one file; - reads from standard input.</source>
        <translation>Hãy nêu một tệp; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>This computer is enrolled.</source>
        <translation>Đã ghi danh máy này.</translation>
    </message>
    <message>
        <source>What is to change is given as options.</source>
        <translation>Điều muốn đổi thì ghi bằng tùy chọn.</translation>
    </message>
</context>
<context>
    <name>Dossiers</name>
    <message numerus="yes">
        <source>%n to scan</source>
        <comment>components</comment>
        <translation>
            <numerusform>Cần quét %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to scan</source>
        <translation>Không phải quét</translation>
    </message>
    <message>
        <source>%1/%2 stored</source>
        <comment>papers in the warehouse</comment>
        <translation>Đã lưu kho %1/%2</translation>
    </message>
    <message>
        <source>Stored</source>
        <comment>papers</comment>
        <translation>Đã lưu kho</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) without paper</source>
        <comment>dossier</comment>
        <translation>
            <numerusform>%n trang chưa hoàn tất</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The QR code looks like a citizen card&apos;s but does not have 6 to 11 parts. Read the card again, or type the details in.</source>
        <translation>Mã QR giống của thẻ căn cước nhưng không có từ 6 đến 11 phần. Hãy quét lại thẻ, hoặc gõ thông tin vào.</translation>
    </message>
    <message numerus="yes">
        <source>Only %n part(s) of the citizen card came through, at least 6 are needed: the reading was cut short. Hold the card still and read it again.</source>
        <translation>
            <numerusform>Chỉ nhận được %n phần của thẻ căn cước, cần ít nhất 6 phần: việc đọc bị ngắt giữa chừng. Hãy giữ yên thẻ và quét lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text has %n part(s), a citizen card has at most 11: two cards or other text ran together. Empty the box and read one card only.</source>
        <translation>
            <numerusform>Nội dung có %n phần, mà thẻ căn cước có nhiều nhất 11: hai thẻ hoặc chữ khác bị dính vào nhau. Hãy xóa trống ô nhập và chỉ quét một thẻ.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the citizen card is not as it must be. Read the card again, or type the details in from the card.</source>
        <translation>Một phần của thẻ căn cước không đúng dạng. Hãy quét lại thẻ, hoặc gõ thông tin theo thẻ.</translation>
    </message>
    <message>
        <source>On the citizen card, “%1” is not as it must be. Read the card again; if it stays so, type this part in from the card.</source>
        <translation>Trên thẻ căn cước, mục “%1” không đúng dạng. Hãy quét lại thẻ; nếu vẫn vậy, hãy gõ mục này theo thẻ.</translation>
    </message>
    <message>
        <source>Switch the Vietnamese typing program (UniKey, EVKey) to English and read the card again. The card itself is fine.</source>
        <translation>Hãy chuyển bộ gõ tiếng Việt (UniKey, EVKey) sang chế độ tiếng Anh rồi quét lại. Thẻ không có lỗi gì.</translation>
    </message>
    <message>
        <source>Letters of the citizen card were changed on their way from the reader.</source>
        <translation>Chữ trên thẻ căn cước bị thay đổi khi truyền từ đầu đọc sang máy.</translation>
    </message>
    <message>
        <source>Letters in “%1” were changed on their way from the reader.</source>
        <translation>Chữ trong mục “%1” bị thay đổi khi truyền từ đầu đọc sang máy.</translation>
    </message>
    <message>
        <source>The catalogue has no procedure with this code. Check the code, or search by name.</source>
        <translation>Danh mục không có thủ tục mang mã này. Hãy kiểm tra lại mã, hoặc tìm theo tên.</translation>
    </message>
    <message>
        <source>The catalogue has no procedure %1. Check the code, or search by name.</source>
        <translation>Danh mục không có thủ tục %1. Hãy kiểm tra lại mã, hoặc tìm theo tên.</translation>
    </message>
    <message>
        <source>This procedure is not in force any more and nothing replaces it in the catalogue. No new dossier can be taken in under it; ask the department in charge.</source>
        <translation>Thủ tục này đã hết hiệu lực và danh mục không có thủ tục thay thế. Không tiếp nhận hồ sơ mới theo thủ tục này; hãy hỏi bộ phận chuyên môn.</translation>
    </message>
    <message>
        <source>This procedure is not in force any more. Procedure %1 replaces it: take the dossier in under that code.</source>
        <translation>Thủ tục này đã hết hiệu lực. Thủ tục %1 thay thế: hãy tiếp nhận hồ sơ theo mã đó.</translation>
    </message>
    <message>
        <source>No dossier with this code is here. Check the code, or take the dossier in first.</source>
        <translation>Máy này không có hồ sơ mang mã đó. Hãy kiểm tra lại mã, hoặc tiếp nhận hồ sơ trước.</translation>
    </message>
    <message>
        <source>No dossier %1 is here. Check the code, or take the dossier in first.</source>
        <translation>Máy này không có hồ sơ %1. Hãy kiểm tra lại mã, hoặc tiếp nhận hồ sơ trước.</translation>
    </message>
    <message>
        <source>The dossier has no component number %1. Look at its list of components and choose another number.</source>
        <translation>Hồ sơ không có thành phần số %1. Hãy xem danh sách thành phần hồ sơ và chọn số khác.</translation>
    </message>
    <message>
        <source>The dossier has no such component. Choose one from its list.</source>
        <translation>Hồ sơ không có thành phần này. Hãy chọn trong danh sách thành phần hồ sơ.</translation>
    </message>
    <message>
        <source>This component must not be scanned (%1).</source>
        <translation>Không được quét thành phần này (%1).</translation>
    </message>
    <message>
        <source>Papers that are only shown, photocopies, data already held and secret papers are not scanned: note it in the list of components.</source>
        <translation>Giấy tờ chỉ xuất trình, bản sao giấy, dữ liệu đã có và tài liệu mật thì không quét: hãy ghi nhận trong danh sách thành phần hồ sơ.</translation>
    </message>
    <message>
        <source>Component %1 must not be scanned.</source>
        <translation>Không được quét thành phần %1.</translation>
    </message>
    <message>
        <source>This component must not be scanned.</source>
        <translation>Không được quét thành phần này.</translation>
    </message>
    <message>
        <source>Something given does not have the right form: a code, a number, an address or a choice. Compare it with the example and enter it again.</source>
        <translation>Có nội dung nhập vào không đúng dạng: mã, số, địa chỉ hoặc lựa chọn. Hãy so với ví dụ rồi nhập lại.</translation>
    </message>
    <message>
        <source>What was asked for is not here any more; it may have been changed meanwhile. Refresh the list and try again.</source>
        <translation>Không còn thấy nội dung cần tìm; có thể nó vừa được thay đổi. Hãy tải lại danh sách rồi thử lại.</translation>
    </message>
    <message>
        <source>Stopped, as you asked. What was finished before is kept.</source>
        <translation>Đã dừng theo yêu cầu của bạn. Những việc đã xong vẫn được giữ.</translation>
    </message>
    <message>
        <source>The program cannot do this with what is installed on this computer, or with this kind of file. Choose another way, or ask your technician.</source>
        <translation>Chương trình không làm được việc này với những gì đã cài trên máy, hoặc với loại tệp này. Hãy chọn cách khác, hoặc hỏi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>The program made a mistake of its own. What was saved is safe. Start it again; if this comes back, tell your technician the time and what you were doing.</source>
        <translation>Chương trình gặp lỗi của chính nó. Những gì đã lưu vẫn an toàn. Hãy mở lại chương trình; nếu lỗi lặp lại, hãy báo cán bộ kỹ thuật thời điểm và việc bạn đang làm.</translation>
    </message>
    <message>
        <source>The file is not there. It may have been moved, renamed or deleted, or the stick was pulled out. Choose it again.</source>
        <translation>Không tìm thấy tệp. Có thể tệp đã bị chuyển chỗ, đổi tên, xóa, hoặc USB đã bị rút. Hãy chọn lại tệp.</translation>
    </message>
    <message>
        <source>The file is there but cannot be opened: another program holds it, you have no right to read it, or the disk is failing. Close the other program or copy the file, then try again.</source>
        <translation>Có tệp nhưng không mở được: chương trình khác đang giữ tệp, bạn không có quyền đọc, hoặc ổ đĩa sắp hỏng. Hãy đóng chương trình kia hoặc sao chép tệp, rồi thử lại.</translation>
    </message>
    <message>
        <source>The file is empty: it has no content at all (0 bytes). Copying or scanning failed; scan or copy it again.</source>
        <translation>Tệp rỗng, không có nội dung gì (0 byte): lần sao chép hoặc quét trước đã hỏng. Hãy quét hoặc sao chép lại.</translation>
    </message>
    <message>
        <source>The file is larger than any paper needs, so it was not opened. Split it, or scan the paper again at 200 to 300 dpi.</source>
        <translation>Tệp quá lớn so với một giấy tờ nên không được mở. Hãy tách nhỏ tệp, hoặc quét lại ở 200 đến 300 dpi.</translation>
    </message>
    <message>
        <source>The file was still changing while it was read. Wait until copying or scanning is finished, then take it again.</source>
        <translation>Tệp vẫn đang thay đổi trong lúc đọc. Hãy chờ sao chép hoặc quét xong rồi lấy lại tệp.</translation>
    </message>
    <message>
        <source>The folder cannot be reached: the network drive or the stick is not there. Nothing is lost; its files are taken as soon as it is back.</source>
        <translation>Không mở được thư mục: ổ đĩa mạng hoặc thẻ nhớ không có ở đó. Không mất gì; các tệp sẽ được nhận ngay khi thư mục trở lại.</translation>
    </message>
    <message>
        <source>This file is neither a picture nor a PDF. Only JPEG, PNG, TIFF and PDF are taken.</source>
        <translation>Tệp này không phải ảnh, cũng không phải PDF. Chương trình chỉ nhận JPEG, PNG, TIFF và PDF.</translation>
    </message>
    <message>
        <source>The content of the file is not what its name says, for instance plain text named .pdf. Save it in its true format, or scan the paper again.</source>
        <translation>Nội dung tệp không đúng với đuôi tên, ví dụ tệp chữ thường đặt đuôi .pdf. Hãy lưu lại đúng định dạng, hoặc quét lại giấy tờ.</translation>
    </message>
    <message>
        <source>This is a photo in a format that this computer cannot open (HEIC, as phones make it). Set the phone to save photos as JPEG, or send the photo once more as JPEG.</source>
        <translation>Ảnh này có định dạng mà máy tính này không mở được (HEIC do điện thoại chụp). Hãy đặt điện thoại lưu ảnh dạng JPEG, hoặc gửi lại ảnh dạng JPEG.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown. Scan this page again, or take the file from where it came from once more.</source>
        <translation>Ảnh bị hỏng, không xem được. Hãy quét lại trang này, hoặc lấy lại tệp từ nơi gửi.</translation>
    </message>
    <message>
        <source>The picture has more points than any sheet of paper, so it was not opened. Scan at 200 to 300 dpi, or make the photo smaller.</source>
        <translation>Ảnh có nhiều điểm ảnh hơn bất kỳ tờ giấy nào nên không được mở. Hãy quét ở 200 đến 300 dpi, hoặc thu nhỏ ảnh chụp.</translation>
    </message>
    <message>
        <source>The picture is too small to be a readable page. Scan at 200 dpi or more, or take the photo from nearer.</source>
        <translation>Ảnh quá nhỏ, không thể đọc được như một trang giấy. Hãy quét ở 200 dpi trở lên, hoặc chụp gần hơn.</translation>
    </message>
    <message>
        <source>The PDF is damaged: its pages cannot be read. Ask for the file again, or print and scan the paper.</source>
        <translation>Tệp PDF bị hỏng: không đọc được các trang. Hãy xin lại tệp, hoặc in ra rồi quét.</translation>
    </message>
    <message>
        <source>The PDF is locked with a password. Ask the sender for a copy without password, or scan the paper.</source>
        <translation>Tệp PDF bị khóa bằng mật khẩu. Hãy đề nghị người gửi cung cấp bản không có mật khẩu, hoặc quét bản giấy.</translation>
    </message>
    <message>
        <source>The PDF has more pages than one paper may have. Split it into smaller files.</source>
        <translation>Tệp PDF có quá nhiều trang cho một giấy tờ. Hãy tách thành các tệp nhỏ hơn.</translation>
    </message>
    <message>
        <source>The PDF could not be made. The scanned pages are kept; try again. If it fails again, look for a damaged page among them.</source>
        <translation>Không tạo được tệp PDF. Các trang đã quét vẫn được giữ; hãy thử lại. Nếu vẫn không được, hãy tìm trang bị hỏng trong số đó.</translation>
    </message>
    <message>
        <source>The finished PDF did not pass its check, so it was not used. The scanned pages are kept; finish the paper again, and tell your technician if it fails again.</source>
        <translation>Tệp PDF vừa tạo không đạt khi kiểm tra nên không được dùng. Các trang đã quét vẫn được giữ; hãy hoàn thành lại giấy tờ, và báo cán bộ kỹ thuật nếu vẫn không được.</translation>
    </message>
    <message>
        <source>The paper stays over the size limit, even at 200 dpi. Divide it into several papers, or have the limit raised in the settings.</source>
        <translation>Giấy tờ vẫn vượt giới hạn dung lượng, kể cả ở 200 dpi. Hãy chia thành nhiều giấy tờ, hoặc đề nghị tăng giới hạn trong phần cài đặt.</translation>
    </message>
    <message>
        <source>No scanner was found. Check that it is switched on and its cable is plugged in, then search again.</source>
        <translation>Không tìm thấy máy quét. Hãy kiểm tra máy đã bật và đã cắm cáp, rồi tìm lại.</translation>
    </message>
    <message>
        <source>The scanner is used by another program or person. Close that program, then scan again.</source>
        <translation>Máy quét đang được chương trình hoặc người khác dùng. Hãy đóng chương trình đó rồi quét lại.</translation>
    </message>
    <message>
        <source>Paper is jammed in the scanner. The pages before it are kept. Open the cover, take the sheet out, put it and the rest back in, and go on.</source>
        <translation>Giấy bị kẹt trong máy quét. Các trang trước đó vẫn được giữ. Hãy mở nắp, lấy tờ bị kẹt ra, đặt lại tờ đó cùng các tờ còn lại rồi quét tiếp.</translation>
    </message>
    <message>
        <source>The scanner drew in two sheets at once and stopped. The pages before them are kept. Take both sheets out, fan the stack, put them and the rest back in, and go on.</source>
        <translation>Máy quét kéo hai tờ cùng lúc nên đã dừng. Các trang trước đó vẫn được giữ. Hãy lấy cả hai tờ ra, tách rời xấp giấy, đặt lại cùng phần còn lại rồi quét tiếp.</translation>
    </message>
    <message>
        <source>The scanner&apos;s cover is open. Close it, then go on.</source>
        <translation>Nắp máy quét đang mở. Hãy đóng nắp rồi quét tiếp.</translation>
    </message>
    <message>
        <source>There is no paper in the feeder. Put the sheets in, then scan again.</source>
        <translation>Khay nạp giấy đang trống. Hãy đặt giấy vào rồi quét lại.</translation>
    </message>
    <message>
        <source>The scanner is locked for transport. Slide the lock on its underside or back open, then scan again.</source>
        <translation>Máy quét đang bị khóa vận chuyển. Hãy gạt mở chốt khóa ở mặt dưới hoặc mặt sau máy rồi quét lại.</translation>
    </message>
    <message>
        <source>The connection to the scanner was lost. The pages so far are kept. Check cable and power, then go on with the sheet that is missing.</source>
        <translation>Mất kết nối với máy quét. Các trang đã quét vẫn được giữ. Hãy kiểm tra cáp và nguồn điện rồi quét tiếp từ tờ còn thiếu.</translation>
    </message>
    <message>
        <source>The scanner reported a fault. The pages so far are kept. Switch it off and on, then go on with the sheet that is missing.</source>
        <translation>Máy quét báo lỗi. Các trang đã quét vẫn được giữ. Hãy tắt rồi bật lại máy quét và quét tiếp từ tờ còn thiếu.</translation>
    </message>
    <message>
        <source>This scanner cannot do what was asked: it lacks the feeder, the scanning of both sides, or the colour mode. Choose another profile or another scanner.</source>
        <translation>Máy quét này không làm được điều đã chọn: không có khay nạp giấy, không quét được hai mặt hoặc không có chế độ màu đó. Hãy chọn cấu hình quét khác hoặc máy quét khác.</translation>
    </message>
    <message>
        <source>The scanner does not let this computer scan: it wants a user name, or only certain computers may use it. Ask your technician to allow this computer on the scanner.</source>
        <translation>Máy quét không cho máy tính này quét: máy đòi tên người dùng hoặc chỉ cho một số máy tính sử dụng. Hãy nhờ cán bộ kỹ thuật cho phép máy tính này trên máy quét.</translation>
    </message>
    <message>
        <source>At the address of the scanner another device answers than before (its certificate has changed). Nothing was scanned. Call your technician: if the scanner was replaced or reset, its old certificate has to be removed from this computer.</source>
        <translation>Tại địa chỉ của máy quét có thiết bị khác trả lời so với trước đây (chứng thư đã thay đổi). Chưa quét gì. Hãy gọi cán bộ kỹ thuật: nếu máy quét đã được thay hoặc đặt lại, cần xóa chứng thư cũ của nó khỏi máy này.</translation>
    </message>
    <message>
        <source>This is not the code of a citizen card. Read the QR code of the card (on the front of older cards, on the back of newer ones), or type the details in.</source>
        <translation>Đây không phải mã của thẻ căn cước. Hãy quét mã QR trên thẻ (thẻ cũ ở mặt trước, thẻ mới ở mặt sau), hoặc gõ thông tin vào.</translation>
    </message>
    <message>
        <source>A separator sheet was found but its code is damaged or of another version. Assign the pages after it by hand, and print the sheet anew.</source>
        <translation>Có tờ ngăn nhưng mã trên đó bị hỏng hoặc thuộc phiên bản khác. Hãy tự xếp các trang sau nó vào hồ sơ và in lại tờ ngăn.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be saved. What was said to be saved is safe. Free some space, then repeat the last step.</source>
        <translation>Ổ đĩa đã đầy nên không lưu thêm được. Những gì đã báo lưu vẫn an toàn. Hãy giải phóng chỗ trống rồi làm lại bước vừa rồi.</translation>
    </message>
    <message>
        <source>Nothing can be written in this folder: it is write-protected, or you lack the right. Choose another folder, or ask your technician for the right.</source>
        <translation>Không ghi được vào thư mục này: thư mục bị chống ghi, hoặc bạn không có quyền. Hãy chọn thư mục khác, hoặc đề nghị cán bộ kỹ thuật cấp quyền.</translation>
    </message>
    <message>
        <source>The disk did not save this; it may be failing. Repeat the step. If it fails again, make a backup at once and call your technician.</source>
        <translation>Ổ đĩa không lưu được; có thể ổ sắp hỏng. Hãy làm lại bước này. Nếu vẫn không được, hãy sao lưu ngay và gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>The register of this workstation is damaged. Nothing was changed or deleted. Do not go on working; call your technician to restore the last backup.</source>
        <translation>Sổ dữ liệu của máy trạm này bị hỏng. Chương trình không sửa hay xóa gì. Hãy ngừng làm việc và gọi cán bộ kỹ thuật để khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of the program. Nothing was changed. Install the newer version, then open it again.</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi. Không có gì bị thay đổi. Hãy cài phiên bản mới rồi mở lại.</translation>
    </message>
    <message>
        <source>Another run of the program is writing just now. Wait a moment, then try again.</source>
        <translation>Một phiên khác của chương trình đang ghi dữ liệu. Hãy chờ một chút rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no data of the program in this folder. Choose the right folder, or set the workstation up first (“init”).</source>
        <translation>Thư mục này không có dữ liệu của chương trình. Hãy chọn đúng thư mục, hoặc thiết lập máy trạm trước (“init”).</translation>
    </message>
    <message>
        <source>The program is already at work with this data, in another window or session. Wait until that is finished, or close it.</source>
        <translation>Chương trình đang làm việc với dữ liệu này ở một cửa sổ hoặc phiên khác. Hãy chờ xong, hoặc đóng phiên đó.</translation>
    </message>
    <message>
        <source>The stored file of a page or paper is gone from this computer. If the warehouse has it, it can be fetched from there; otherwise restore a backup or scan the page again.</source>
        <translation>Tệp đã lưu của một trang hoặc giấy tờ không còn trên máy này. Nếu kho dữ liệu có thì lấy lại từ kho; nếu không, hãy khôi phục bản sao lưu hoặc quét lại.</translation>
    </message>
    <message>
        <source>The stored file of a page or paper was altered or is damaged, so it is not used. Restore a backup or scan the page again, and have the disk checked.</source>
        <translation>Tệp đã lưu của một trang hoặc giấy tờ bị sửa hoặc bị hỏng nên không được dùng. Hãy khôi phục bản sao lưu hoặc quét lại, và cho kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>The key that opens the data is not on this computer or under this user. Sign in as the usual user, or enter the recovery key. The data is unharmed.</source>
        <translation>Khóa để mở dữ liệu không có trên máy này hoặc trong tài khoản này. Hãy đăng nhập bằng tài khoản thường dùng, hoặc nhập khóa khôi phục. Dữ liệu không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>This key does not open the data: it is mistyped or belongs to other data. Enter the right key. The data is unharmed.</source>
        <translation>Khóa này không mở được dữ liệu: gõ nhầm hoặc là khóa của dữ liệu khác. Hãy nhập đúng khóa. Dữ liệu không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>The system&apos;s key store gives no answer, so the data cannot be opened. Sign out of the computer and in again; if that does not help, call your technician.</source>
        <translation>Kho khóa của máy không trả lời nên không mở được dữ liệu. Hãy đăng xuất khỏi máy rồi đăng nhập lại; nếu vẫn không được, hãy gọi cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>This backup is incomplete or was altered, so nothing of it was used. Take an older backup, or copy the file once more from where it is kept.</source>
        <translation>Bản sao lưu này không đầy đủ hoặc đã bị sửa nên không dùng phần nào. Hãy dùng bản sao lưu cũ hơn, hoặc chép lại tệp từ nơi cất giữ.</translation>
    </message>
    <message>
        <source>This is not a dossier code. It looks like H56.14-261122-0001: unit, date, number. Enter it as it stands on the receipt.</source>
        <translation>Đây không phải mã hồ sơ. Mã hồ sơ có dạng H56.14-261122-0001: đơn vị, ngày, số thứ tự. Hãy nhập đúng như trên giấy hẹn.</translation>
    </message>
    <message>
        <source>This workstation has no dossier numbers left for today. Ask for another range of numbers, or enter a code given by the provincial system.</source>
        <translation>Máy trạm này đã hết số hồ sơ cho hôm nay. Hãy xin cấp thêm dải số, hoặc nhập mã do hệ thống của tỉnh cấp.</translation>
    </message>
    <message>
        <source>The catalogue of procedures and settings cannot be understood, so it is not used. Have it published again, or install the program again.</source>
        <translation>Không hiểu được danh mục thủ tục và cài đặt nên không dùng. Hãy đề nghị phát hành lại danh mục, hoặc cài lại chương trình.</translation>
    </message>
    <message>
        <source>There is no page to make a paper of. Scan pages for this component, or bring pages back that were set aside.</source>
        <translation>Chưa có trang nào để tạo giấy tờ. Hãy quét trang cho thành phần này, hoặc đưa lại các trang đã để riêng.</translation>
    </message>
    <message>
        <source>No warehouse is set, so nothing can be sent. The papers are kept here. Enter the warehouse&apos;s address in the settings.</source>
        <translation>Chưa đặt địa chỉ kho dữ liệu nên chưa gửi được. Giấy tờ vẫn được giữ trên máy. Hãy nhập địa chỉ kho trong phần cài đặt.</translation>
    </message>
    <message>
        <source>The warehouse cannot be reached: the line is down, its server gives no answer, or its folder or stick is not there. The papers are kept here and are sent when it is back.</source>
        <translation>Không tới được kho dữ liệu: mất mạng, máy chủ không trả lời, hoặc không thấy thư mục hay USB của kho. Giấy tờ vẫn được giữ trên máy và sẽ tự gửi sau.</translation>
    </message>
    <message>
        <source>The warehouse does not let this workstation write. The papers are kept here. Ask the administrator to check the access key or the rights on the folder.</source>
        <translation>Kho dữ liệu không cho máy trạm này ghi. Giấy tờ vẫn được giữ trên máy. Hãy đề nghị người quản trị kiểm tra khóa truy cập hoặc quyền trên thư mục.</translation>
    </message>
    <message>
        <source>The warehouse has no space left. The papers are kept here and are sent later. Tell the administrator of the warehouse.</source>
        <translation>Kho dữ liệu đã hết chỗ. Giấy tờ vẫn được giữ trên máy và sẽ gửi sau. Hãy báo người quản trị kho.</translation>
    </message>
    <message>
        <source>The warehouse is too busy just now and asks to come back later. The papers are kept here and are sent by themselves.</source>
        <translation>Kho dữ liệu đang quá tải và hẹn gửi lại sau. Giấy tờ vẫn được giữ trên máy và sẽ tự gửi lại.</translation>
    </message>
    <message>
        <source>The warehouse does not accept this workstation&apos;s access key: it is mistyped, has expired or was withdrawn. The papers are kept here. Ask the administrator of the warehouse for a valid key.</source>
        <translation>Kho dữ liệu không chấp nhận khóa truy cập của máy trạm này: khóa nhập sai, đã hết hạn hoặc đã bị thu hồi. Giấy tờ vẫn được giữ trên máy. Hãy đề nghị người quản trị kho cấp khóa còn hiệu lực.</translation>
    </message>
    <message>
        <source>The server answers, but the warehouse named in the settings is not there. The papers are kept here. Check the warehouse&apos;s address in the settings with the administrator.</source>
        <translation>Máy chủ có trả lời nhưng không có kho dữ liệu mang tên ghi trong phần cài đặt. Giấy tờ vẫn được giữ trên máy. Hãy cùng người quản trị kiểm tra lại địa chỉ kho trong phần cài đặt.</translation>
    </message>
    <message>
        <source>The warehouse&apos;s server sends this workstation to another address or region. It was not followed, and nothing was sent there. Ask the administrator for the right address.</source>
        <translation>Máy chủ của kho chuyển máy trạm này sang địa chỉ hoặc vùng khác. Chương trình không đi theo và chưa gửi gì sang đó. Hãy hỏi người quản trị địa chỉ đúng của kho.</translation>
    </message>
    <message>
        <source>It is not certain that this is the province&apos;s warehouse: its certificate is out of date, is made out to another name, or comes from an authority this computer does not know. Nothing was sent. Check the date of the computer, then call your technician.</source>
        <translation>Không chắc đây đúng là kho dữ liệu của tỉnh: chứng thư của máy chủ đã hết hạn, mang tên khác hoặc do nơi máy này không biết cấp. Chưa gửi gì. Hãy xem lại ngày giờ của máy, rồi báo cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>The certificate of the warehouse is not in force today, so nothing was sent. Check the date and time of this computer first; if they are right, tell the administrator of the warehouse that its certificate has to be renewed.</source>
        <translation>Chứng thư của kho dữ liệu không còn hiệu lực vào hôm nay nên chưa gửi gì. Trước hết hãy xem lại ngày giờ của máy này; nếu đúng rồi, hãy báo người quản trị kho gia hạn chứng thư.</translation>
    </message>
    <message>
        <source>What answers at the warehouse&apos;s address has the certificate of another server, so nothing was sent. Compare the address in the settings with the one the province gave, letter by letter; if it is right, call your technician.</source>
        <translation>Máy trả lời ở địa chỉ của kho mang chứng thư của máy chủ khác nên chưa gửi gì. Hãy đối chiếu từng chữ địa chỉ trong phần cài đặt với địa chỉ tỉnh cấp; nếu đúng rồi, hãy báo cán bộ kỹ thuật.</translation>
    </message>
    <message>
        <source>The certificate of the warehouse comes from an authority that this computer does not know, so nothing was sent. Ask the administrator of the warehouse for the certificate of the province&apos;s authority and have it entered in the settings.</source>
        <translation>Chứng thư của kho dữ liệu do nơi máy này không biết cấp nên chưa gửi gì. Hãy xin người quản trị kho chứng thư của đơn vị cấp chứng thư của tỉnh và nhờ khai vào phần cài đặt.</translation>
    </message>
    <message>
        <source>Something answers at the warehouse&apos;s address, but not as a warehouse does. Nothing counts as stored; the papers are kept here. Tell the administrator if this comes back.</source>
        <translation>Có máy trả lời ở địa chỉ của kho nhưng không đúng cách của một kho dữ liệu. Chưa giấy tờ nào được coi là đã lưu kho; tất cả vẫn được giữ trên máy. Nếu còn lặp lại, hãy báo người quản trị.</translation>
    </message>
    <message>
        <source>The network shows a page of its own instead of the warehouse: it wants you to sign in, or the data allowance is used up. Open any website in the browser, do what it asks, then send again. The papers are kept here.</source>
        <translation>Mạng đang hiện một trang khác thay cho kho dữ liệu: mạng đòi đăng nhập hoặc đã hết dung lượng. Hãy mở một trang web bất kỳ, làm theo yêu cầu trên đó, rồi gửi lại. Giấy tờ vẫn được giữ trên máy.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so the warehouse does not accept what it sends. Set date, time and time zone right (Viet Nam is UTC+7), then send again. The papers are kept here.</source>
        <translation>Đồng hồ của máy này sai nên kho dữ liệu không nhận. Hãy chỉnh lại ngày, giờ và múi giờ (Việt Nam là UTC+7), rồi gửi lại. Giấy tờ vẫn được giữ trên máy.</translation>
    </message>
    <message>
        <source>Another file with the same name is already in the warehouse. Nothing was overwritten. Tell the administrator: two workstations may have the same number.</source>
        <translation>Trong kho đã có tệp khác trùng tên. Không có gì bị ghi đè. Hãy báo người quản trị: có thể hai máy trạm trùng số.</translation>
    </message>
    <message>
        <source>What the warehouse gave back is not what was sent, so the paper does not count as stored. It is kept here and sent again; tell the administrator if this comes back.</source>
        <translation>Nội dung đọc lại từ kho khác với nội dung đã gửi nên giấy tờ chưa được coi là đã lưu kho. Giấy tờ vẫn được giữ trên máy và sẽ gửi lại; nếu còn lặp lại, hãy báo người quản trị.</translation>
    </message>
    <message>
        <source>Another computer works under this workstation&apos;s number, so sending has stopped before anything could be mixed up. Nothing is lost. In the settings give this computer a number that no other has, then send again; tell the administrator.</source>
        <translation>Có máy tính khác đang dùng cùng số máy trạm với máy này, nên việc gửi đã dừng trước khi dữ liệu bị lẫn. Không mất gì. Hãy vào Cài đặt, đặt cho máy này một số máy trạm không trùng máy nào, rồi gửi lại; báo cho quản trị viên.</translation>
    </message>
    <message>
        <source>The sheets do not add up: what was fed is not what was expected. Count the paper in your hand and scan what is missing, or confirm that the number is right.</source>
        <translation>Số tờ không khớp: số đã quét khác số dự kiến. Hãy đếm lại giấy trên tay và quét tờ còn thiếu, hoặc xác nhận số này là đúng.</translation>
    </message>
    <message>
        <source>The log of a workstation has a gap or was altered. Nothing was deleted. Stop sending and tell the administrator: this must be cleared up first.</source>
        <translation>Nhật ký của một máy trạm bị thiếu hoặc bị sửa. Không có gì bị xóa. Hãy ngừng gửi và báo người quản trị: phải làm rõ việc này trước.</translation>
    </message>
    <message>
        <source>The picture breaks off: a part of the page is missing, so it does not count as a good page. Scan this page again.</source>
        <translation>Ảnh bị đứt giữa chừng: thiếu một phần của trang nên không được coi là trang tốt. Hãy quét lại trang này.</translation>
    </message>
    <message>
        <source>This computer has no access key to the warehouse (any more), as after a backup was restored. The papers are kept here. Enrol the workstation again with the file that the province gave.</source>
        <translation>Máy này chưa có hoặc không còn khóa truy cập kho, ví dụ sau khi khôi phục từ bản sao lưu. Giấy tờ vẫn được giữ ở đây. Hãy ghi danh lại máy trạm bằng tệp mà tỉnh cấp.</translation>
    </message>
</context>
<context>
    <name>PracticeHome</name>
    <message>
        <source>Practice, no real dossiers</source>
        <translation>Luyện tập, không phải hồ sơ thật</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Người học</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>no longer in force</source>
        <translation>hết hiệu lực</translation>
    </message>
    <message>
        <source>replaced by %1</source>
        <translation>đã thay bằng %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Digitization indicators</source>
        <translation>Chỉ tiêu số hóa hồ sơ</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>Đơn vị: %1</translation>
    </message>
    <message>
        <source>Dossiers received from %1 to %2</source>
        <translation>Hồ sơ tiếp nhận từ %1 đến %2</translation>
    </message>
    <message>
        <source>Made at %1</source>
        <translation>Lập lúc %1</translation>
    </message>
    <message>
        <source>no data</source>
        <comment>cell of a report</comment>
        <translation>không có dữ liệu</translation>
    </message>
    <message>
        <source>Ratio = met / total. Without any dossier to count there is “no data”: neither 0 % nor 100 %. Formulas: Quyết định 766/QĐ-TTg.</source>
        <translation>Tỷ lệ = đạt / tổng số. Khi không có hồ sơ nào để tính thì ghi “không có dữ liệu”, không phải 0 % và cũng không phải 100 %. Cách tính: Quyết định 766/QĐ-TTg.</translation>
    </message>
    <message>
        <source>(not stated)</source>
        <comment>group of a report</comment>
        <translation>(không ghi)</translation>
    </message>
    <message>
        <source>Targets: %1.</source>
        <translation>Chỉ tiêu được giao: %1.</translation>
    </message>
    <message>
        <source>Indicator</source>
        <comment>column</comment>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Met</source>
        <comment>column</comment>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>column</comment>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>Ratio</source>
        <comment>column</comment>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>column</comment>
        <translation>Mức giao</translation>
    </message>
    <message>
        <source>Score</source>
        <comment>column</comment>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Best score</source>
        <comment>column</comment>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>All together</source>
        <comment>last row</comment>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
</context>
<context>
    <name>WordingAlarms</name>
    <message>
        <source>Stack of papers:</source>
        <comment>place of an alarm</comment>
        <translation>Tập giấy vừa quét:</translation>
    </message>
    <message>
        <source>Dossier %1:</source>
        <comment>place of an alarm</comment>
        <translation>Hồ sơ %1:</translation>
    </message>
    <message>
        <source>Dossier %1, component %2:</source>
        <comment>place of an alarm</comment>
        <translation>Hồ sơ %1, thành phần %2:</translation>
    </message>
    <message>
        <source>Only %1 of %2 sides came: two sheets may have gone through together. Count the sheets and scan the missing ones; all pages that came are kept.</source>
        <translation>Chỉ có %1 trong %2 mặt giấy: có thể hai tờ chạy qua cùng lúc. Hãy đếm lại và quét những tờ còn thiếu; các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>%1 sides came, but %2 were expected: a page may have been scanned twice, or a separator sheet is missing. Look through them; all are kept.</source>
        <translation>Có %1 mặt giấy, trong khi chỉ chờ %2: có thể một trang bị quét hai lần, hoặc thiếu tờ ngăn. Hãy xem lại; tất cả vẫn được giữ.</translation>
    </message>
    <message>
        <source>Nothing lies behind its separator sheet. If the paper is there, scan it; if not, note in the list of components why.</source>
        <translation>Sau tờ ngăn này không có trang nào. Nếu có giấy tờ thì hãy quét; nếu không, hãy ghi lý do vào danh sách thành phần hồ sơ.</translation>
    </message>
    <message>
        <source>A separator sheet is damaged and cannot be read. The pages after it are kept but belong to no dossier yet: assign them, and print the sheet anew.</source>
        <translation>Một tờ ngăn bị hỏng, không đọc được. Các trang sau nó vẫn được giữ nhưng chưa thuộc hồ sơ nào: hãy xếp chúng vào hồ sơ và in lại tờ ngăn.</translation>
    </message>
    <message>
        <source>A separator sheet says two different things, or two sheets were scanned as one. The pages after it are kept but belong to no dossier yet: assign them by hand.</source>
        <translation>Một tờ ngăn mang hai nội dung khác nhau, hoặc hai tờ bị quét làm một. Các trang sau nó vẫn được giữ nhưng chưa thuộc hồ sơ nào: hãy tự xếp chúng vào hồ sơ.</translation>
    </message>
    <message>
        <source>A separator sheet with this code was not printed by this unit, or was changed. The pages after it are kept but belong to no dossier yet: check where the sheet came from, assign the pages by hand, and print the sheet anew.</source>
        <translation>Một tờ ngăn mang mã này không do đơn vị này in ra, hoặc đã bị sửa. Các trang sau nó vẫn được giữ nhưng chưa thuộc hồ sơ nào: hãy xem tờ ngăn từ đâu đến, tự xếp các trang vào hồ sơ và in lại tờ ngăn.</translation>
    </message>
    <message>
        <source>Only the back of a separator sheet could be read. The stack was cut there; look at the side before it, and print the sheet anew if its front is damaged.</source>
        <translation>Chỉ đọc được mặt sau của một tờ ngăn. Tập giấy đã được chia ở đó; hãy xem mặt giấy đứng trước và in lại tờ ngăn nếu mặt trước bị hỏng.</translation>
    </message>
    <message>
        <source>Only %1 of %2 separator sheets were seen: one may be missing, or two went through together. Check where each paper begins; all pages are kept.</source>
        <translation>Chỉ thấy %1 trong %2 tờ ngăn: có thể thiếu một tờ, hoặc hai tờ bị kéo vào cùng lúc. Hãy kiểm tra chỗ bắt đầu của từng giấy tờ; tất cả các trang vẫn được giữ.</translation>
    </message>
    <message>
        <source>%1 separator sheets were seen, but %2 were expected. Check where each paper begins; all pages are kept.</source>
        <translation>Thấy %1 tờ ngăn, trong khi chỉ chờ %2. Hãy kiểm tra chỗ bắt đầu của từng giấy tờ; tất cả các trang vẫn được giữ.</translation>
    </message>
    <message>
        <source>This component sheet is of another dossier than the dossier sheet before it. Its pages went where the component sheet says; check that no sheets were mixed up.</source>
        <translation>Tờ ngăn thành phần này thuộc hồ sơ khác với tờ ngăn hồ sơ đứng trước. Các trang đã xếp theo tờ ngăn thành phần; hãy kiểm tra xem có lẫn giấy tờ không.</translation>
    </message>
    <message>
        <source>Its dossier sheets name different procedures. Check which one is right, and throw the wrong sheet away.</source>
        <translation>Các tờ ngăn của hồ sơ này ghi những thủ tục khác nhau. Hãy kiểm tra tờ nào đúng và bỏ tờ sai.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) belong to no dossier: no readable separator sheet stands before them. They are kept; assign them to their dossier.</source>
        <translation>
            <numerusform>Có %n trang chưa thuộc hồ sơ nào: trước chúng không có tờ ngăn đọc được. Các trang vẫn được giữ; hãy xếp chúng vào hồ sơ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordingBundles</name>
    <message>
        <source>Nothing is waiting: everything is in the warehouse, and no bundle is needed.</source>
        <translation>Không còn gì chờ gửi: mọi thứ đã ở trong kho, không cần gói mang tay.</translation>
    </message>
    <message>
        <source>The data of this computer was restored from a backup. Send to the warehouse once before you make a bundle, so that it is known what arrived there.</source>
        <translation>Dữ liệu của máy này vừa được khôi phục từ bản sao lưu. Trước khi xuất gói, hãy gửi kho thành công một lần để biết kho đã nhận những gì.</translation>
    </message>
    <message>
        <source>This bundle is of another unit. Only bundles of your own unit can be taken in here.</source>
        <translation>Gói này của đơn vị khác. Ở đây chỉ nhập được gói của chính đơn vị mình.</translation>
    </message>
    <message>
        <source>This bundle was made by another computer with the same workstation number as this one. Take it in on a computer with another number, and tell the administrator: no two computers may have the same number.</source>
        <translation>Gói này do một máy khác trùng số máy với máy này lập ra. Hãy nhập gói ở máy có số khác và báo người quản trị: hai máy không được dùng chung một số.</translation>
    </message>
    <message>
        <source>A newer version of this program made the bundle. Update the program on this computer, then take it in again.</source>
        <translation>Gói do phiên bản mới hơn của chương trình lập ra. Hãy cập nhật chương trình ở máy này rồi nhập lại.</translation>
    </message>
    <message>
        <source>The code does not open this bundle: it was mistyped, or is the code of another bundle. It has seven groups of four letters and digits. Nothing was taken in.</source>
        <translation>Mã không mở được gói này: gõ sai, hoặc là mã của gói khác. Mã gồm bảy nhóm, mỗi nhóm bốn chữ cái hoặc chữ số. Chưa nhập gì vào máy.</translation>
    </message>
    <message>
        <source>This file is no bundle, or it is damaged or was not copied to its end. Copy it again, or make a new one on the other computer. Nothing was taken in.</source>
        <translation>Tệp này không phải gói mang tay, hoặc đã hỏng, hoặc chép chưa hết. Hãy chép lại, hoặc xuất gói mới ở máy kia. Chưa nhập gì vào máy.</translation>
    </message>
    <message>
        <source>What is in this bundle does not fit together. Make a new one on the other computer. Nothing was taken in.</source>
        <translation>Nội dung trong gói không khớp với nhau. Hãy xuất gói mới ở máy kia. Chưa nhập gì vào máy.</translation>
    </message>
    <message>
        <source>From the same computer another bundle was taken in before that says something else under the same number. Tell the administrator: two computers may have the same number.</source>
        <translation>Trước đó đã nhập một gói khác của cùng máy ấy, ghi nội dung khác dưới cùng một số thứ tự. Hãy báo người quản trị: có thể hai máy trùng số.</translation>
    </message>
</context>
<context>
    <name>WordingDelivery</name>
    <message>
        <source>Sending is paused since %1, until somebody resumes it. The papers are kept here.</source>
        <translation>Đã tạm dừng gửi từ %1, cho đến khi có người bấm gửi tiếp. Giấy tờ vẫn được giữ ở đây.</translation>
    </message>
    <message>
        <source>This line is paid by volume, so nothing is sent by itself. The papers are kept here; F5 sends them now all the same.</source>
        <translation>Đường truyền này tính tiền theo dung lượng nên máy không tự gửi. Giấy tờ vẫn được giữ ở đây; bấm F5 để vẫn gửi ngay.</translation>
    </message>
    <message>
        <source>Papers are sent outside office hours: the next time from %1. F5 sends them now all the same.</source>
        <translation>Giấy tờ chỉ được gửi trong khung giờ đã đặt: lần tới từ %1. Bấm F5 để vẫn gửi ngay.</translation>
    </message>
    <message>
        <source>The enrolment cannot be read: it is cut off, or letters were changed on their way. Copy the file once more; with a handheld reader, switch the Vietnamese typing program (UniKey, EVKey) to English first.</source>
        <translation>Không đọc được thông tin ghi danh: nội dung bị cắt cụt hoặc ký tự bị đổi trên đường. Hãy chép lại tệp; nếu dùng đầu đọc cầm tay, trước hết hãy chuyển bộ gõ (UniKey, EVKey) sang tiếng Anh.</translation>
    </message>
    <message>
        <source>This file is too long to be an enrolment. Choose the small file that the province gave for this workstation.</source>
        <translation>Tệp này quá dài, không thể là tệp ghi danh. Hãy chọn đúng tệp nhỏ mà tỉnh cấp cho máy trạm này.</translation>
    </message>
    <message>
        <source>This is not an enrolment of a workstation. Choose the file that the province gave for this workstation.</source>
        <translation>Đây không phải tệp ghi danh máy trạm. Hãy chọn đúng tệp mà tỉnh cấp cho máy trạm này.</translation>
    </message>
    <message>
        <source>This enrolment was made for a newer version of the program. Install the newer version first, then enrol.</source>
        <translation>Tệp ghi danh này dành cho phiên bản chương trình mới hơn. Hãy cài phiên bản mới trước rồi ghi danh.</translation>
    </message>
    <message>
        <source>In this enrolment something is missing or has not the right form. Ask the province for a new one.</source>
        <translation>Tệp ghi danh này thiếu nội dung hoặc có chỗ sai dạng. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>This enrolment says something that this program does not know, so nothing of it was used. Ask the province for a new one.</source>
        <translation>Tệp ghi danh này có nội dung mà chương trình không biết, nên không dùng gì trong tệp. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The code or the name of the unit in this enrolment cannot be right. Ask the province for a new one.</source>
        <translation>Mã hoặc tên đơn vị trong tệp ghi danh này không đúng. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The workstation number in this enrolment cannot be right: it lies between 1 and the number of workstations. Ask the province for a new one.</source>
        <translation>Số máy trạm trong tệp ghi danh này không đúng: phải từ 1 đến tổng số máy trạm. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The address of the warehouse in this enrolment cannot be right. Ask the province for a new one.</source>
        <translation>Địa chỉ kho trong tệp ghi danh này không đúng. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The access keys in this enrolment cannot be right. Ask the province for a new one.</source>
        <translation>Khóa truy cập trong tệp ghi danh này không đúng. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The certificates in this enrolment cannot be used. Ask the province for a new one.</source>
        <translation>Chứng thư trong tệp ghi danh này không dùng được. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The proxy in this enrolment cannot be right: it is written as host:port. Ask the province for a new one.</source>
        <translation>Máy chủ proxy trong tệp ghi danh này không đúng: phải viết theo dạng tên-máy:cổng. Hãy xin tỉnh tệp mới.</translation>
    </message>
    <message>
        <source>The keys in this enrolment have expired. Ask the province for a new one; if it is new, check the date of this computer.</source>
        <translation>Khóa trong tệp ghi danh này đã hết hạn. Hãy xin tỉnh tệp mới; nếu tệp vừa được cấp, hãy kiểm tra ngày giờ của máy.</translation>
    </message>
    <message>
        <source>Unit: %1 (%2)</source>
        <translation>Đơn vị: %1 (%2)</translation>
    </message>
    <message>
        <source>Workstation: number %1 of %2</source>
        <translation>Máy trạm: số %1 trong %2 máy</translation>
    </message>
    <message>
        <source>Warehouse: %1</source>
        <translation>Kho: %1</translation>
    </message>
    <message>
        <source>Without proxy</source>
        <translation>Không qua máy chủ proxy</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>Qua máy chủ proxy: %1</translation>
    </message>
    <message>
        <source>With the certificate of the province&apos;s own authority</source>
        <translation>Kèm chứng thư của tổ chức chứng thực riêng của tỉnh</translation>
    </message>
    <message>
        <source>The keys hold until %1</source>
        <translation>Khóa có hạn đến hết ngày %1</translation>
    </message>
</context>
<context>
    <name>WordingNames</name>
    <message>
        <source>kept</source>
        <comment>page</comment>
        <translation>giữ lại</translation>
    </message>
    <message>
        <source>set aside</source>
        <comment>page</comment>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>deleted</source>
        <comment>page</comment>
        <translation>đã xóa</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>trang trắng</translation>
    </message>
    <message>
        <source>separator sheet</source>
        <translation>tờ ngăn</translation>
    </message>
    <message>
        <source>page scanned twice</source>
        <translation>trang quét lặp</translation>
    </message>
    <message>
        <source>set aside by hand</source>
        <translation>cán bộ để riêng</translation>
    </message>
    <message>
        <source>picture that cannot be read</source>
        <translation>ảnh không đọc được</translation>
    </message>
    <message>
        <source>edge cut off</source>
        <translation>mất mép giấy</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>mờ</translation>
    </message>
    <message>
        <source>folded corner or crease</source>
        <translation>gấp góc hoặc có nếp gấp</translation>
    </message>
    <message>
        <source>streak of dust on the scanner&apos;s glass</source>
        <translation>vệt bụi trên kính máy quét</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>quá tối</translation>
    </message>
    <message>
        <source>under 200 dpi</source>
        <translation>dưới 200 dpi</translation>
    </message>
    <message>
        <source>not of the size asked for</source>
        <translation>không đúng khổ giấy đã chọn</translation>
    </message>
    <message>
        <source>colour</source>
        <comment>scan</comment>
        <translation>màu</translation>
    </message>
    <message>
        <source>grey</source>
        <comment>scan</comment>
        <translation>xám</translation>
    </message>
    <message>
        <source>black and white</source>
        <comment>scan</comment>
        <translation>đen trắng</translation>
    </message>
    <message>
        <source>citizen card</source>
        <translation>thẻ căn cước</translation>
    </message>
    <message>
        <source>receipt or result of a dossier</source>
        <translation>giấy hẹn hoặc kết quả hồ sơ</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>địa chỉ trang mạng</translation>
    </message>
    <message>
        <source>text</source>
        <comment>code</comment>
        <translation>chữ thường</translation>
    </message>
    <message>
        <source>newly registered</source>
        <comment>dossier</comment>
        <translation>mới đăng ký</translation>
    </message>
    <message>
        <source>received</source>
        <comment>dossier</comment>
        <translation>được tiếp nhận</translation>
    </message>
    <message>
        <source>not accepted</source>
        <comment>dossier</comment>
        <translation>không được tiếp nhận</translation>
    </message>
    <message>
        <source>being settled</source>
        <comment>dossier</comment>
        <translation>đang xử lý</translation>
    </message>
    <message>
        <source>supplement asked for</source>
        <comment>dossier</comment>
        <translation>yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>payment asked for</source>
        <comment>dossier</comment>
        <translation>yêu cầu thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>withdrawn by the citizen</source>
        <comment>dossier</comment>
        <translation>công dân yêu cầu rút</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>dossier</comment>
        <translation>dừng xử lý</translation>
    </message>
    <message>
        <source>settled</source>
        <comment>dossier</comment>
        <translation>đã xử lý xong</translation>
    </message>
    <message>
        <source>result handed over</source>
        <comment>dossier</comment>
        <translation>đã trả kết quả</translation>
    </message>
    <message>
        <source>in person</source>
        <comment>channel</comment>
        <translation>trực tiếp</translation>
    </message>
    <message>
        <source>online</source>
        <comment>channel</comment>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>public post</source>
        <comment>channel</comment>
        <translation>bưu chính công ích</translation>
    </message>
    <message>
        <source>male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>to be scanned</source>
        <comment>component</comment>
        <translation>cần quét</translation>
    </message>
    <message>
        <source>to be reused</source>
        <comment>component</comment>
        <translation>tái sử dụng</translation>
    </message>
    <message>
        <source>only shown</source>
        <comment>component</comment>
        <translation>chỉ xuất trình</translation>
    </message>
    <message>
        <source>photocopy</source>
        <comment>component</comment>
        <translation>bản sao giấy</translation>
    </message>
    <message>
        <source>electronic form</source>
        <comment>component</comment>
        <translation>biểu mẫu điện tử</translation>
    </message>
    <message>
        <source>secret paper</source>
        <comment>component</comment>
        <translation>tài liệu mật</translation>
    </message>
    <message>
        <source>Scan the whole paper, every side that carries something.</source>
        <translation>Quét toàn bộ giấy tờ, mọi mặt có nội dung.</translation>
    </message>
    <message>
        <source>Do not scan: take the data from the database or the citizen&apos;s store.</source>
        <translation>Không quét: tái sử dụng dữ liệu từ cơ sở dữ liệu hoặc kho dữ liệu của công dân.</translation>
    </message>
    <message>
        <source>Do not scan: look at it, note that it was shown, and give it back.</source>
        <translation>Không quét: xem, ghi nhận đã xuất trình rồi trả lại công dân.</translation>
    </message>
    <message>
        <source>Do not scan: keep the paper copy in the dossier and note that it was handed in.</source>
        <translation>Không quét: giữ bản sao giấy trong hồ sơ và ghi nhận đã nộp.</translation>
    </message>
    <message>
        <source>Nothing to scan: the citizen fills the form in electronically.</source>
        <translation>Không có gì để quét: công dân khai biểu mẫu điện tử.</translation>
    </message>
    <message>
        <source>Never scan: handle it on paper under the rules for secret documents.</source>
        <translation>Tuyệt đối không quét: xử lý bản giấy theo quy định về tài liệu mật.</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>component</comment>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>has pages</source>
        <comment>component</comment>
        <translation>đã có trang</translation>
    </message>
    <message>
        <source>digitized</source>
        <comment>component</comment>
        <translation>đã số hóa</translation>
    </message>
    <message>
        <source>reused</source>
        <comment>component</comment>
        <translation>đã tái sử dụng</translation>
    </message>
    <message>
        <source>shown and given back</source>
        <comment>component</comment>
        <translation>đã xuất trình và trả lại</translation>
    </message>
    <message>
        <source>handed in on paper</source>
        <comment>component</comment>
        <translation>đã nộp bản giấy</translation>
    </message>
    <message>
        <source>not needed</source>
        <comment>component</comment>
        <translation>không cần</translation>
    </message>
    <message>
        <source>waiting for signature</source>
        <translation>chờ ký số</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký số</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>chờ gửi</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>đã gửi, chờ kho xác nhận</translation>
    </message>
    <message>
        <source>stored in the warehouse</source>
        <translation>đã lưu kho</translation>
    </message>
    <message>
        <source>refused by the warehouse</source>
        <translation>kho từ chối</translation>
    </message>
    <message>
        <source>Personal number</source>
        <comment>card</comment>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Old identity number</source>
        <comment>card</comment>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Full name</source>
        <comment>card</comment>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <comment>card</comment>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <comment>card</comment>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Residence</source>
        <comment>card</comment>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <comment>card</comment>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Electronic results</source>
        <comment>indicator</comment>
        <translation>Kết quả điện tử</translation>
    </message>
    <message>
        <source>Digitized dossiers</source>
        <comment>indicator</comment>
        <translation>Số hóa hồ sơ</translation>
    </message>
    <message>
        <source>Data reused</source>
        <comment>indicator</comment>
        <translation>Tái sử dụng dữ liệu</translation>
    </message>
    <message>
        <source>Connected and shared</source>
        <comment>indicator</comment>
        <translation>Kết nối, chia sẻ</translation>
    </message>
    <message>
        <source>On time</source>
        <comment>indicator</comment>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Online dossiers</source>
        <comment>indicator</comment>
        <translation>Hồ sơ trực tuyến</translation>
    </message>
    <message>
        <source>Indicator</source>
        <comment>rows of a report</comment>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Procedure</source>
        <comment>rows of a report</comment>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Field</source>
        <comment>rows of a report</comment>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Officer</source>
        <comment>rows of a report</comment>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Unit</source>
        <comment>rows of a report</comment>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Day of reception</source>
        <comment>rows of a report</comment>
        <translation>Ngày tiếp nhận</translation>
    </message>
</context>
<context>
    <name>WordingNumbers</name>
    <message>
        <source>no data</source>
        <translation>không có dữ liệu</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <comment>age</comment>
        <translation>chưa đến 1 phút</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordingProfiles</name>
    <message>
        <source>Whole dossier, both sides</source>
        <translation>Cả hồ sơ, hai mặt</translation>
    </message>
    <message>
        <source>Single paper, one side</source>
        <translation>Một giấy tờ, một mặt</translation>
    </message>
    <message>
        <source>Book or thick paper on the glass</source>
        <translation>Sổ hoặc giấy dày trên mặt kính</translation>
    </message>
    <message>
        <source>Card or small paper</source>
        <translation>Thẻ hoặc giấy khổ nhỏ</translation>
    </message>
    <message>
        <source>Plan or map, A3</source>
        <translation>Sơ đồ, bản vẽ khổ A3</translation>
    </message>
    <message>
        <source>Old dossiers in stacks</source>
        <translation>Hồ sơ cũ theo xấp</translation>
    </message>
</context>
<context>
    <name>WordingSentences</name>
    <message>
        <source>%1 (result)</source>
        <comment>history</comment>
        <translation>%1 (kết quả)</translation>
    </message>
    <message>
        <source>%1 (component %2)</source>
        <comment>history</comment>
        <translation>%1 (thành phần %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) taken in</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã nhận %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) set aside</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã để riêng %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) brought back</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã đưa lại %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) turned, straightened or cropped</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã xoay, chỉnh thẳng hoặc cắt %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) deleted</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã xóa %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with a slip accepted with one copy only</source>
        <comment>history</comment>
        <translation>
            <numerusform>Chấp nhận %n trang có giấy ghi chú chỉ có một bản sao chụp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Digitized into a PDF of %n page(s)</source>
        <comment>history</comment>
        <translation>
            <numerusform>Đã số hóa thành tệp PDF %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Component noted as: %1</source>
        <comment>history</comment>
        <translation>Ghi nhận thành phần: %1</translation>
    </message>
    <message>
        <source>Component changed</source>
        <comment>history</comment>
        <translation>Đã thay đổi thành phần</translation>
    </message>
    <message>
        <source>Status changed to: %1</source>
        <comment>history</comment>
        <translation>Chuyển trạng thái: %1</translation>
    </message>
    <message>
        <source>Status changed</source>
        <comment>history</comment>
        <translation>Đã chuyển trạng thái</translation>
    </message>
    <message>
        <source>Registered</source>
        <comment>history</comment>
        <translation>Đã đăng ký</translation>
    </message>
    <message>
        <source>Taken in at the counter</source>
        <comment>history</comment>
        <translation>Đã tiếp nhận tại quầy</translation>
    </message>
    <message>
        <source>Stored in the warehouse and confirmed</source>
        <comment>history</comment>
        <translation>Kho dữ liệu đã xác nhận lưu</translation>
    </message>
    <message>
        <source>Due date changed</source>
        <comment>history</comment>
        <translation>Đã đổi ngày hẹn trả</translation>
    </message>
    <message>
        <source>Details corrected</source>
        <comment>history</comment>
        <translation>Đã sửa thông tin</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>history</comment>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>The personal number begins with no province&apos;s digits: the person was registered abroad, or the number was misread. Compare it with the card.</source>
        <translation>Ba số đầu của số định danh không phải mã tỉnh nào: người này đăng ký khai sinh ở nước ngoài, hoặc số bị đọc sai. Hãy so lại với thẻ.</translation>
    </message>
    <message>
        <source>The sex on the card does not fit the personal number. Compare both with the card.</source>
        <translation>Giới tính không khớp với số định danh. Hãy so cả hai với thẻ.</translation>
    </message>
    <message>
        <source>The year of birth does not fit the personal number. Compare both with the card.</source>
        <translation>Năm sinh không khớp với số định danh. Hãy so cả hai với thẻ.</translation>
    </message>
    <message>
        <source>No letter has a tone mark: the reader may drop them. Compare name and address with the card and put them right.</source>
        <translation>Không có chữ nào có dấu: có thể đầu đọc làm mất dấu. Hãy so họ tên và địa chỉ với thẻ rồi sửa lại.</translation>
    </message>
    <message>
        <source>The card&apos;s date of issue is before the date of birth. Compare both with the card.</source>
        <translation>Ngày cấp thẻ lại trước ngày sinh. Hãy so cả hai với thẻ.</translation>
    </message>
    <message>
        <source>The reader garbled the Vietnamese letters and they were put right. Compare name and address with the card.</source>
        <translation>Đầu đọc làm sai chữ tiếng Việt và chương trình đã sửa lại. Hãy so họ tên và địa chỉ với thẻ.</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <comment>time limit</comment>
        <translation>
            <numerusform>%n ngày làm việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>time limit</comment>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>time limit</comment>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::AccountPanel</name>
    <message>
        <source>%1 sides were expected, %2 came. Count the sheets; a missing one goes into the feeder with F6.</source>
        <translation>Cần có %1 mặt, mới có %2. Hãy đếm lại số tờ; tờ còn thiếu thì đặt vào khay nạp rồi bấm F6.</translation>
    </message>
    <message>
        <source>Both sides are scanned, but the number of sides (%1) is odd: one side is missing or came twice.</source>
        <translation>Quét hai mặt mà số mặt (%1) lại lẻ: thiếu một mặt hoặc có mặt bị quét hai lần.</translation>
    </message>
    <message>
        <source>Page %1: the scanner counted on to %2 where %3 was due. A page before it may not have arrived.</source>
        <translation>Trang %1: máy quét đếm đến %2, lẽ ra là %3. Có thể một trang trước đó chưa về.</translation>
    </message>
    <message>
        <source>Page %1: the scanner counted %2 where %3 was due. A page came twice or out of order.</source>
        <translation>Trang %1: máy quét đếm %2, lẽ ra là %3. Có trang về hai lần hoặc sai thứ tự.</translation>
    </message>
    <message>
        <source>Page %1 is the same file as page %2: it came twice.</source>
        <translation>Trang %1 giống hệt tệp của trang %2: trang này về hai lần.</translation>
    </message>
    <message>
        <source>Page %1 shows the same sheet as page %2. Was it fed twice? Set one aside if so.</source>
        <translation>Trang %1 là cùng một tờ với trang %2. Tờ này bị quét hai lần? Nếu đúng, hãy để riêng một trang.</translation>
    </message>
    <message>
        <source>Page %1 arrived only in part. Scan it again and set this one aside.</source>
        <translation>Trang %1 chỉ về được một phần. Hãy quét lại trang này và để riêng bản thiếu.</translation>
    </message>
    <message numerus="yes">
        <source>Scanning ended before the stack was through. %n sheet(s) are safe; put those behind them into the feeder and press F6.</source>
        <translation>
            <numerusform>Máy ngừng quét khi chưa hết chồng giấy. %n tờ đã an toàn; hãy đặt các tờ sau đó vào khay nạp rồi bấm F6.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1: the file on this computer is no longer what was scanned. Scan this page again.</source>
        <translation>Trang %1: tệp trên máy này không còn đúng như khi quét. Hãy quét lại trang này.</translation>
    </message>
    <message>
        <source>Separator sheet (page %1): check it and the pages behind it.</source>
        <translation>Tờ ngăn (trang %1): hãy kiểm tra tờ này và các trang sau nó.</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 giữ lại</translation>
    </message>
    <message>
        <source>%1 set aside</source>
        <translation>%1 để riêng</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>%1 quét lặp</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 đã xóa</translation>
    </message>
    <message>
        <source>%1 sides came in = %2</source>
        <translation>Đã quét %1 mặt = %2</translation>
    </message>
    <message>
        <source>It is right so, close</source>
        <translation>Đúng như vậy, đóng lại</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>chưa đếm</translation>
    </message>
    <message>
        <source>Sheets counted by hand</source>
        <translation>Số tờ đếm bằng tay</translation>
    </message>
    <message>
        <source>&amp;Sheets counted:</source>
        <translation>Số &amp;tờ đã đếm:</translation>
    </message>
    <message>
        <source>What does not add up</source>
        <translation>Những chỗ chưa khớp</translation>
    </message>
    <message>
        <source>Account of the stack of %1</source>
        <translation>Đối chiếu chồng giấy quét lúc %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) do not add up</source>
        <translation>
            <numerusform>%n chỗ chưa khớp</numerusform>
        </translation>
    </message>
    <message>
        <source>adds up</source>
        <translation>đã khớp</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::BundleCodeDialog</name>
    <message>
        <source>Take in a bundle</source>
        <translation>Nhập gói mang tay</translation>
    </message>
    <message>
        <source>Type the code that was shown when the bundle was made: seven groups of four letters and digits. Capitals, spaces and dashes do not matter.</source>
        <translation>Gõ mã đã hiện ra khi xuất gói: bảy nhóm, mỗi nhóm bốn chữ cái hoặc chữ số. Chữ hoa hay thường, có dấu cách hay gạch nối đều được.</translation>
    </message>
    <message>
        <source>Code of the bundle</source>
        <translation>Mã mở gói</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Nhập gói</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>This is not a code: compare it letter by letter with the paper.</source>
        <translation>Mã này chưa đúng: hãy so từng chữ với tờ giấy ghi mã.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::BundleMadeDialog</name>
    <message>
        <source>Bundle to carry</source>
        <translation>Gói mang tay</translation>
    </message>
    <message>
        <source>Bundle: %1</source>
        <translation>Gói: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Mã mở gói: %1</translation>
    </message>
    <message>
        <source>The bundle is written and was read back: %1 papers, %2.</source>
        <translation>Đã ghi gói và đọc lại đúng: %1 giấy tờ, %2.</translation>
    </message>
    <message>
        <source>Whoever takes it in must type this code. Write it down now: it is shown only once and kept nowhere.</source>
        <translation>Người nhập gói phải gõ mã này. Hãy chép ra giấy ngay: mã chỉ hiện một lần, chương trình không lưu ở đâu.</translation>
    </message>
    <message>
        <source>Carry the paper with the code apart from the stick. What is in the bundle waits here too until the warehouse has it; when a code is lost, make another bundle.</source>
        <translation>Mang tờ giấy ghi mã riêng với USB. Những gì trong gói vẫn chờ gửi ở máy này cho đến khi kho đã nhận; nếu mất mã thì xuất gói khác.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) could not be read and are not in the bundle. Tell your technician.</source>
        <translation>
            <numerusform>Có %n giấy tờ không đọc được nên không nằm trong gói. Hãy báo cán bộ kỹ thuật.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Chép mã</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Tôi đã chép mã ra giấy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::BundlePresenter</name>
    <message>
        <source>Making the bundle…</source>
        <translation>Đang xuất gói mang tay…</translation>
    </message>
    <message>
        <source>Taking in the bundle…</source>
        <translation>Đang nhập gói mang tay…</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CleaningDialog</name>
    <message>
        <source>&amp;1  Straighten</source>
        <translation>&amp;1  Chỉnh thẳng</translation>
    </message>
    <message>
        <source>&amp;2  Cut to the sheet</source>
        <translation>&amp;2  Cắt theo mép giấy</translation>
    </message>
    <message>
        <source>&amp;3  Remove black borders</source>
        <translation>&amp;3  Bỏ viền đen</translation>
    </message>
    <message>
        <source>&amp;4  Fill punched holes</source>
        <translation>&amp;4  Lấp lỗ đục</translation>
    </message>
    <message>
        <source>&amp;5  Whiten the paper</source>
        <translation>&amp;5  Làm trắng nền giấy</translation>
    </message>
    <message>
        <source>&amp;6  Keep colours only where the page has any</source>
        <translation>&amp;6  Chỉ giữ màu ở trang có màu</translation>
    </message>
    <message>
        <source>Clean anew</source>
        <translation>Làm sạch lại</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are cleaned as ticked here, where the program is sure. The scan itself stays as it is, and Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n trang được làm sạch theo các ô đã chọn, ở chỗ nào chương trình chắc chắn. Bản quét gốc giữ nguyên; Ctrl+Z để hoàn tác.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Làm sạch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CompareView</name>
    <message>
        <source>Page at the left</source>
        <translation>Trang bên trái</translation>
    </message>
    <message>
        <source>Page at the right</source>
        <translation>Trang bên phải</translation>
    </message>
    <message>
        <source>This page cannot be shown. Scan it again.</source>
        <translation>Không hiển thị được trang này. Hãy quét lại.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CopyFields</name>
    <message>
        <source>for ever</source>
        <translation>giữ mãi</translation>
    </message>
    <message>
        <source> days</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>Copies of papers stay here</source>
        <translation>Giữ bản sao giấy tờ trên máy</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Sooner when less is free than</source>
        <translation>Xóa sớm khi ổ đĩa còn dưới</translation>
    </message>
    <message>
        <source>Only what the warehouse has and reads back once more; it comes back when you open it. Scanned pages stay.</source>
        <translation>Chỉ xóa khi kho vừa đọc lại đúng; cần xem thì tự lấy về. Trang quét luôn giữ.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CutPanel</name>
    <message>
        <source>S: a part begins at this page   ·   M: join this part to the one before   ·   1 to 9: its component   ·   D: its dossier   ·   Esc: later</source>
        <translation>S: cắt trước trang này   ·   M: nối phần này vào phần trước   ·   1 đến 9: thành phần   ·   D: hồ sơ   ·   Esc: để sau</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Nối</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Đổi hồ sơ</translation>
    </message>
    <message>
        <source>This part is the result</source>
        <translation>Phần này là kết quả giải quyết</translation>
    </message>
    <message>
        <source>This part is component %1</source>
        <translation>Phần này là thành phần %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Cut it so</source>
        <translation>Chia như thế này</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Những chỗ không khớp</translation>
    </message>
    <message>
        <source>Parts of the stack</source>
        <translation>Các phần của chồng giấy</translation>
    </message>
    <message>
        <source>Pages of the stack</source>
        <translation>Các trang của chồng giấy</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Whole page or 100 %</source>
        <translation>Cả trang hoặc 100 %</translation>
    </message>
    <message numerus="yes">
        <source>The stack comes in: %n page(s)</source>
        <translation>
            <numerusform>Chồng giấy đang vào: %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n phần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) belong to nobody</source>
        <translation>
            <numerusform>%n trang chưa có hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%n chỗ cần kiểm tra</numerusform>
        </translation>
    </message>
    <message>
        <source>every sheet fits</source>
        <translation>mọi tờ đều khớp</translation>
    </message>
    <message>
        <source>Choose a page to see it large.</source>
        <translation>Chọn một trang để xem lớn.</translation>
    </message>
    <message>
        <source>This page cannot be shown. Scan it again.</source>
        <translation>Không hiển thị được trang này. Hãy quét lại.</translation>
    </message>
    <message>
        <source>Which dossier?</source>
        <translation>Hồ sơ nào?</translation>
    </message>
    <message>
        <source>Code of the dossier that this part belongs to:</source>
        <translation>Mã hồ sơ của phần này:</translation>
    </message>
    <message>
        <source>Give to it</source>
        <translation>Giao cho hồ sơ này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CutPartModel</name>
    <message>
        <source>Press D and say which dossier these pages belong to</source>
        <translation>Nhấn D và cho biết các trang này thuộc hồ sơ nào</translation>
    </message>
    <message>
        <source>Result of the procedure</source>
        <translation>Kết quả giải quyết</translation>
    </message>
    <message>
        <source>No component yet: press its digit</source>
        <translation>Chưa chọn thành phần: nhấn số của thành phần</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Thành phần %1</translation>
    </message>
    <message>
        <source>Which dossier?</source>
        <translation>Hồ sơ nào?</translation>
    </message>
    <message>
        <source>Part %1</source>
        <translation>Phần %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of nobody</source>
        <translation>
            <numerusform>%n trang chưa thuộc hồ sơ nào</numerusform>
        </translation>
    </message>
    <message>
        <source>its sheet names %1</source>
        <translation>tờ ngăn ghi %1</translation>
    </message>
    <message>
        <source>no page</source>
        <translation>không có trang nào</translation>
    </message>
    <message>
        <source>%1, dossier is taken in</source>
        <translation>%1, sẽ tiếp nhận hồ sơ</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DeliveriesScreen</name>
    <message>
        <source>Send to warehouse</source>
        <translation>Gửi kho</translation>
    </message>
    <message>
        <source>Papers waiting</source>
        <translation>Giấy tờ đang chờ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Oldest waits for</source>
        <translation>Chờ lâu nhất</translation>
    </message>
    <message>
        <source>What the warehouse has not confirmed yet</source>
        <translation>Những gì kho chưa xác nhận</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Papers that are not confirmed yet</source>
        <translation>Giấy tờ chưa được xác nhận</translation>
    </message>
    <message>
        <source>Everything is in the warehouse</source>
        <translation>Tất cả đã nằm trong kho</translation>
    </message>
    <message>
        <source>All papers are in the warehouse</source>
        <translation>Mọi giấy tờ đã nằm trong kho</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of dossiers are not sent yet. They go with the next delivery; F5 sends them now.</source>
        <translation>
            <numerusform>Còn %n thay đổi của hồ sơ chưa được gửi. Các thay đổi này sẽ đi cùng lần gửi tới; bấm F5 để gửi ngay.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every paper was read back there and its content is the same as here.</source>
        <translation>Từng giấy tờ đã được đọc lại từ kho và nội dung giống hệt bản ở đây.</translation>
    </message>
    <message>
        <source>Sending to the warehouse…</source>
        <translation>Đang gửi kho…</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Đang gửi: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) confirmed by the warehouse.</source>
        <translation>
            <numerusform>Kho đã xác nhận %n giấy tờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 confirmed, %2 still waiting.</source>
        <translation>Kho đã xác nhận %1, còn %2 đang chờ.</translation>
    </message>
    <message>
        <source>Nothing was waiting: everything is in the warehouse.</source>
        <translation>Không có gì phải gửi: mọi thứ đã nằm trong kho.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 It is tried again at %2; F5 tries now.</source>
        <translation>%1 Sẽ thử lại lúc %2; bấm F5 để thử ngay.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the warehouse&apos;s. Papers were sent by the warehouse&apos;s time; please set the clock right.</source>
        <translation>
            <numerusform>Đồng hồ của máy tính này chậm hơn kho %n phút. Giấy tờ đã được gửi theo giờ của kho; vui lòng chỉnh lại đồng hồ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the warehouse&apos;s. Papers were sent by the warehouse&apos;s time; please set the clock right.</source>
        <translation>
            <numerusform>Đồng hồ của máy tính này nhanh hơn kho %n phút. Giấy tờ đã được gửi theo giờ của kho; vui lòng chỉnh lại đồng hồ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log of another workstation is damaged or was changed; from there on nothing of it was taken in. Tell the administrator: %1</source>
        <translation>Nhật ký của một máy trạm khác bị hỏng hoặc đã bị sửa; từ chỗ đó trở đi không nhận gì vào. Hãy báo quản trị viên: %1</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Xuất gói mang tay…</translation>
    </message>
    <message>
        <source>What waits, in one sealed file to carry to another computer of the unit</source>
        <translation>Gói những gì đang chờ vào một tệp niêm phong để mang sang máy khác của đơn vị</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>Nhập gói mang tay…</translation>
    </message>
    <message>
        <source>What another computer of the unit could not send, to be sent from here</source>
        <translation>Nhận những gì máy khác của đơn vị chưa gửi được để gửi từ máy này</translation>
    </message>
    <message>
        <source>Bundle to take in</source>
        <translation>Chọn gói để nhập</translation>
    </message>
    <message>
        <source>Bundles (*.shbundle);;All files (*)</source>
        <translation>Gói mang tay (*.shbundle);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Where to write the bundle</source>
        <translation>Ghi gói mang tay vào đâu</translation>
    </message>
    <message>
        <source>Bundles (*.shbundle)</source>
        <translation>Gói mang tay (*.shbundle)</translation>
    </message>
    <message>
        <source>This computer made the bundle itself: all of it waits here already or is delivered. Nothing was changed.</source>
        <translation>Gói này do chính máy này lập ra: mọi thứ trong gói đã chờ gửi ở đây hoặc đã gửi xong. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>This bundle was taken in before. Nothing was changed.</source>
        <translation>Gói này đã được nhập trước đó. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Taken in from workstation %1: %2 papers. They are sent from here; that computer learns of it when it sends the next time.</source>
        <translation>Đã nhập của máy số %1: %2 giấy tờ. Máy này sẽ gửi hộ; lần gửi tới máy kia sẽ tự biết.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that the warehouse once confirmed are not there any more as they were. The copies here stay. Tell the administrator of the warehouse.</source>
        <translation>
            <numerusform>Có %n giấy tờ kho từng xác nhận nay không còn đúng như trước. Bản trên máy được giữ lại. Hãy báo người quản trị kho.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is nearly full, and there are no more copies that may go. Make room on it, or scanning will stop.</source>
        <translation>Ổ đĩa sắp đầy mà không còn bản sao nào được phép xóa. Hãy dọn bớt ổ đĩa, nếu không sẽ không quét thêm được.</translation>
    </message>
    <message numerus="yes">
        <source>The disk is nearly full: copies of %n paper(s) that the warehouse has were removed here sooner. They come back when you open them.</source>
        <translation>
            <numerusform>Ổ đĩa sắp đầy: đã xóa sớm trên máy bản sao của %n giấy tờ kho đang giữ. Khi mở ra xem, chương trình tự lấy về.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DeliveryFields</name>
    <message>
        <source>Wait on a line that is paid by volume</source>
        <translation>Chờ khi đường truyền tính tiền theo dung lượng</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Tạm dừng gửi</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Gửi kho</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>bất cứ lúc nào</translation>
    </message>
    <message>
        <source>Papers only from – to</source>
        <translation>Chỉ gửi giấy tờ từ – đến</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> giờ</translation>
    </message>
    <message>
        <source>Alarm after</source>
        <translation>Báo động sau</translation>
    </message>
    <message>
        <source>For example 17:30-07:00, when the line is free. F5 under Delivery always sends now.</source>
        <translation>Ví dụ 17:30-07:00, lúc đường truyền rảnh. Bấm F5 ở màn Gửi kho thì luôn gửi ngay.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DeskPresenter</name>
    <message>
        <source>Looking for the card&apos;s code…</source>
        <translation>Đang tìm mã trên thẻ…</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DeskScreen</name>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Procedures found</source>
        <translation>Thủ tục tìm thấy</translation>
    </message>
    <message>
        <source>Components of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Card, procedure, checklist, then one key</source>
        <translation>Thẻ, thủ tục, thành phần hồ sơ, rồi một phím</translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation>Đọc thẻ căn cước</translation>
    </message>
    <message>
        <source>Find a procedure</source>
        <translation>Tìm thủ tục</translation>
    </message>
    <message>
        <source>Go to the checklist</source>
        <translation>Đến thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Change the channel</source>
        <translation>Đổi kênh tiếp nhận</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>Làm mới</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Card from a picture</source>
        <translation>Đọc thẻ từ ảnh</translation>
    </message>
    <message>
        <source>Picture of a card</source>
        <translation>Ảnh thẻ căn cước</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.pdf *.heic *.heif)</source>
        <translation>Ảnh (*.jpg *.jpeg *.png *.tif *.tiff *.pdf *.heic *.heif)</translation>
    </message>
    <message>
        <source>Citizen card</source>
        <translation>Thẻ căn cước</translation>
    </message>
    <message>
        <source>Scan the card&apos;s QR code here, or paste it</source>
        <translation>Quét hoặc dán mã QR của thẻ</translation>
    </message>
    <message>
        <source>Procedure and components</source>
        <translation>Thủ tục và thành phần hồ sơ</translation>
    </message>
    <message>
        <source>A few letters, without tone marks if you like: khai sinh</source>
        <translation>Gõ vài chữ, không cần dấu: khai sinh</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh tiếp nhận</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Ngày hẹn trả</translation>
    </message>
    <message>
        <source>Due: dd/mm/yyyy</source>
        <translation>Hẹn trả: nn/tt/nnnn</translation>
    </message>
    <message>
        <source>Note what became of the component</source>
        <translation>Ghi nhận thành phần đang chọn</translation>
    </message>
    <message>
        <source>* required.  Space notes: reused, seen, handed in, not needed.</source>
        <translation>* bắt buộc.  Phím cách để ghi nhận: tái sử dụng, đã xem, đã nhận, không cần.</translation>
    </message>
    <message>
        <source>Which procedure?</source>
        <translation>Thủ tục nào?</translation>
    </message>
    <message>
        <source>Type a few letters of its name or its code. The checklist then says what to scan, what to reuse and what must not be scanned.</source>
        <translation>Gõ vài chữ của tên hoặc mã thủ tục. Danh sách thành phần sẽ cho biết giấy nào quét, giấy nào tái sử dụng, giấy nào không được quét.</translation>
    </message>
    <message>
        <source>No procedure found</source>
        <translation>Không tìm thấy thủ tục</translation>
    </message>
    <message>
        <source>Try fewer letters, another word, or the code such as 1.001193.</source>
        <translation>Hãy gõ ít chữ hơn, từ khác, hoặc mã như 1.001193.</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Hẹn trả %1</translation>
    </message>
    <message>
        <source>This procedure is no longer in force.</source>
        <translation>Thủ tục này đã hết hiệu lực.</translation>
    </message>
    <message>
        <source>This procedure was replaced by %1.</source>
        <translation>Thủ tục này đã được thay bằng %1.</translation>
    </message>
    <message>
        <source>Choose the procedure first: F3, then a few letters.</source>
        <translation>Hãy chọn thủ tục trước: bấm F3 rồi gõ vài chữ.</translation>
    </message>
    <message>
        <source>The due date is not a date. Write it like 05/03/2027.</source>
        <translation>Ngày hẹn trả không đúng. Hãy viết như 05/03/2027.</translation>
    </message>
    <message>
        <source>Drop the picture of a card here</source>
        <translation>Thả ảnh thẻ căn cước vào đây</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DifferenceModel</name>
    <message>
        <source>dossier code</source>
        <translation>mã hồ sơ</translation>
    </message>
    <message>
        <source>deciding unit</source>
        <translation>đơn vị giải quyết</translation>
    </message>
    <message>
        <source>procedure code</source>
        <translation>mã thủ tục</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>thủ tục</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>kênh tiếp nhận</translation>
    </message>
    <message>
        <source>status</source>
        <translation>trạng thái</translation>
    </message>
    <message>
        <source>received at</source>
        <translation>ngày tiếp nhận</translation>
    </message>
    <message>
        <source>due at</source>
        <translation>hạn trả kết quả</translation>
    </message>
    <message>
        <source>finished at</source>
        <translation>ngày xử lý xong</translation>
    </message>
    <message>
        <source>number of supplements</source>
        <translation>số lần yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>cán bộ</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>trích yếu</translation>
    </message>
    <message>
        <source>personal number</source>
        <translation>số định danh cá nhân</translation>
    </message>
    <message>
        <source>old identity number</source>
        <translation>số chứng minh nhân dân cũ</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>residence</source>
        <translation>nơi cư trú</translation>
    </message>
    <message>
        <source>date of issue</source>
        <translation>ngày cấp thẻ</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>state</source>
        <translation>tình trạng</translation>
    </message>
    <message>
        <source>what to do with it</source>
        <translation>cách xử lý</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>title</source>
        <translation>tên giấy tờ</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>chữ ký số</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>this workstation</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>workstation %1</source>
        <translation>máy trạm %1</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Thành phần %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>%1: %2 counts, from %3; the other is %4, from %5</source>
        <translation>%1: đang dùng %2, do %3; giá trị kia là %4, do %5</translation>
    </message>
    <message>
        <source>1  counts now</source>
        <translation>1  đang dùng</translation>
    </message>
    <message>
        <source>2  the other</source>
        <translation>2  giá trị kia</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DossiersPresenter</name>
    <message>
        <source>Status: %1</source>
        <translation>Trạng thái: %1</translation>
    </message>
    <message>
        <source>Settled. The other workstations learn of it with the next delivery.</source>
        <translation>Đã chốt. Các máy trạm khác sẽ biết ở lần gửi tới.</translation>
    </message>
    <message>
        <source>Somebody has settled this meanwhile.</source>
        <translation>Đã có người chốt chỗ này rồi.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DossiersScreen</name>
    <message>
        <source>Ctrl+D lists all dossiers again.</source>
        <translation>Bấm Ctrl+D để xem lại mọi hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing is left to settle</source>
        <translation>Không còn khác biệt cần xử lý</translation>
    </message>
    <message>
        <source>Those that are taken in appear here.</source>
        <translation>Hồ sơ đã tiếp nhận sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>No dossier yet</source>
        <translation>Chưa có hồ sơ nào</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>By name, number or code, without tone marks if you like</source>
        <translation>Tìm theo tên, số hoặc mã, không cần dấu</translation>
    </message>
    <message>
        <source>Digitize</source>
        <translation>Số hóa</translation>
    </message>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Show the papers</source>
        <translation>Xem giấy tờ</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Xem lịch sử</translation>
    </message>
    <message>
        <source>nguyen thi huyen, 0007, khai sinh</source>
        <translation>nguyen thi huyen, 0007, khai sinh</translation>
    </message>
    <message>
        <source>Dossiers found</source>
        <translation>Hồ sơ tìm thấy</translation>
    </message>
    <message>
        <source>No dossier found</source>
        <translation>Không tìm thấy hồ sơ</translation>
    </message>
    <message>
        <source>Try fewer letters, or the last digits of the code.</source>
        <translation>Hãy gõ ít chữ hơn, hoặc mấy số cuối của mã hồ sơ.</translation>
    </message>
    <message>
        <source>Components and papers</source>
        <translation>Thành phần và giấy tờ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Parts of the dossier</source>
        <translation>Các phần của hồ sơ</translation>
    </message>
    <message>
        <source>No dossier chosen</source>
        <translation>Chưa chọn hồ sơ</translation>
    </message>
    <message>
        <source>Choose one in the list: its papers and its history appear here.</source>
        <translation>Chọn một hồ sơ trong danh sách: giấy tờ và lịch sử sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>nhận %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>hẹn trả %1</translation>
    </message>
    <message>
        <source>No papers yet</source>
        <translation>Chưa có giấy tờ</translation>
    </message>
    <message>
        <source>F10 digitizes this dossier.</source>
        <translation>Bấm F10 để số hóa hồ sơ này.</translation>
    </message>
    <message>
        <source>No paper here</source>
        <translation>Không có giấy tờ ở đây</translation>
    </message>
    <message>
        <source>This component has not been digitized yet. F10 goes there.</source>
        <translation>Thành phần này chưa được số hóa. Bấm F10 để số hóa.</translation>
    </message>
    <message>
        <source>Opening the paper…</source>
        <translation>Đang mở giấy tờ…</translation>
    </message>
    <message>
        <source>The paper could not be shown.</source>
        <translation>Không hiển thị được giấy tờ.</translation>
    </message>
    <message>
        <source>The paper cannot be opened</source>
        <translation>Không mở được giấy tờ</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Đổi trạng thái</translation>
    </message>
    <message>
        <source>List what differs</source>
        <translation>Liệt kê hồ sơ có khác biệt</translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation>Xem chỗ khác biệt</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Khác biệt</translation>
    </message>
    <message>
        <source>Two workstations wrote different values without knowing of each other. Both are kept until you say which one is right.</source>
        <translation>Hai máy trạm ghi hai giá trị khác nhau khi chưa nhận được dữ liệu của nhau. Cả hai được giữ cho đến khi bạn chọn giá trị đúng.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Chỗ khác biệt</translation>
    </message>
    <message>
        <source>The first is right</source>
        <translation>Giá trị 1 đúng</translation>
    </message>
    <message>
        <source>The second is right</source>
        <translation>Giá trị 2 đúng</translation>
    </message>
    <message>
        <source>All dossiers</source>
        <translation>Mọi hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) to settle</source>
        <translation>
            <numerusform>%n hồ sơ cần phân xử</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing follows the status “%1”: it cannot be changed any more. Set it?</source>
        <translation>Sau trạng thái “%1” không còn bước nào: sẽ không đổi lại được. Chuyển chứ?</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message numerus="yes">
        <source>%n to settle (F8)</source>
        <translation>
            <numerusform>%n khác biệt (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::EnrolDialog</name>
    <message>
        <source>Enrol this workstation</source>
        <translation>Ghi danh máy trạm này</translation>
    </message>
    <message>
        <source>The province gives each computer a small file, or a QR code on paper. Choose the file, or read the code with the handheld reader.</source>
        <translation>Tỉnh cấp cho mỗi máy một tệp nhỏ, hoặc một mã QR in trên giấy. Hãy chọn tệp, hoặc quét mã bằng đầu đọc cầm tay.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Enrolment file</source>
        <translation>Tệp ghi danh</translation>
    </message>
    <message>
        <source>Enrolment (*.json *.txt);;All files (*)</source>
        <translation>Tệp ghi danh (*.json *.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>read the QR code here, or paste the text, then Enter</source>
        <translation>quét mã QR vào đây, hoặc dán nội dung, rồi bấm Enter</translation>
    </message>
    <message>
        <source>Text of the QR code</source>
        <translation>Nội dung mã QR</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>Officer who works at this computer</source>
        <translation>Cán bộ làm việc trên máy này</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ghi danh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::Enrolling</name>
    <message>
        <source>Asking the warehouse whether it takes these keys…</source>
        <translation>Đang hỏi kho có nhận khóa này không…</translation>
    </message>
    <message>
        <source>The warehouse cannot be asked now. You can enrol all the same: whether it takes the keys shows when the line is back.</source>
        <translation>Lúc này chưa hỏi được kho. Vẫn ghi danh được: khi có mạng lại mới biết kho có nhận khóa hay không.</translation>
    </message>
    <message>
        <source>The warehouse answers and takes these keys.</source>
        <translation>Kho có trả lời và nhận khóa này.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Đang ghi danh…</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::FirstStart</name>
    <message>
        <source>First start</source>
        <translation>Khởi động lần đầu</translation>
    </message>
    <message>
        <source>Welcome to Số hóa Một cửa</source>
        <translation>Chào mừng đến với Số hóa Một cửa</translation>
    </message>
    <message>
        <source>Four answers and you can begin. All of them can be changed later in the settings.</source>
        <translation>Trả lời bốn câu là bắt đầu được. Sau này đổi lại được trong Cài đặt.</translation>
    </message>
    <message>
        <source>for example H56.14</source>
        <translation>ví dụ H56.14</translation>
    </message>
    <message>
        <source>&amp;Unit code</source>
        <translation>&amp;Mã đơn vị</translation>
    </message>
    <message>
        <source>The electronic identifier of your commune.</source>
        <translation>Mã định danh điện tử của xã, phường.</translation>
    </message>
    <message>
        <source>for example UBND xã Thanh Bình</source>
        <translation>ví dụ UBND xã Thanh Bình</translation>
    </message>
    <message>
        <source>Unit &amp;name</source>
        <translation>&amp;Tên đơn vị</translation>
    </message>
    <message>
        <source>As it stands on the receipts.</source>
        <translation>Như in trên giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>họ và tên</translation>
    </message>
    <message>
        <source>&amp;Officer</source>
        <translation>&amp;Cán bộ</translation>
    </message>
    <message>
        <source>Who works at this computer.</source>
        <translation>Người làm việc trên máy này.</translation>
    </message>
    <message>
        <source>&amp;Warehouse</source>
        <translation>&amp;Kho dữ liệu</translation>
    </message>
    <message>
        <source>A folder, or the address of the province&apos;s warehouse.</source>
        <translation>Một thư mục, hoặc địa chỉ kho của tỉnh.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Folder of the warehouse</source>
        <translation>Thư mục kho dữ liệu</translation>
    </message>
    <message>
        <source>Work&amp;station</source>
        <translation>Máy t&amp;rạm</translation>
    </message>
    <message>
        <source>Not known yet? Leave it: dossier numbers are provisional until then.</source>
        <translation>Chưa biết thì để trống: mã hồ sơ sẽ là mã tạm cho đến khi có số máy.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Making the place for your data…</source>
        <translation>Đang tạo nơi lưu dữ liệu…</translation>
    </message>
    <message>
        <source>Try it with sample papers</source>
        <translation>Dùng thử với giấy tờ mẫu</translation>
    </message>
    <message>
        <source>I have an enrolment file</source>
        <translation>Tôi có tệp ghi danh</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::HomeWindow</name>
    <message>
        <source>Today&apos;s safety copy of the data could not be made. %1 You can go on working: nothing is lost. Make room on the disk, check that the folder %2 can be written to, then start the program again.</source>
        <translation>Hôm nay chưa sao lưu được dữ liệu. %1 Bạn vẫn làm việc bình thường, không mất gì. Hãy giải phóng ổ đĩa, kiểm tra xem thư mục %2 có ghi được không, rồi mở lại chương trình.</translation>
    </message>
    <message>
        <source>PRACTICE, no real dossiers</source>
        <translation>LUYỆN TẬP, không phải hồ sơ thật</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::IndicatorCard</name>
    <message>
        <source>target %1</source>
        <translation>chỉ tiêu %1</translation>
    </message>
    <message>
        <source>Show the dossiers behind this number</source>
        <translation>Xem các hồ sơ đằng sau con số này</translation>
    </message>
    <message>
        <source>target reached</source>
        <translation>đạt chỉ tiêu</translation>
    </message>
    <message>
        <source>below target</source>
        <translation>chưa đạt</translation>
    </message>
    <message>
        <source>%1 of %2 dossiers</source>
        <translation>%1/%2 hồ sơ</translation>
    </message>
    <message>
        <source>%1/%2 points</source>
        <translation>%1/%2 điểm</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::KeysDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi màn hình</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Phím tắt, trợ giúp</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::MainWindow</name>
    <message>
        <source>Số hóa Một cửa</source>
        <translation>Số hóa Một cửa</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Thoát chương trình</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Phím tắt, trợ giúp</translation>
    </message>
    <message>
        <source>Practise with sample papers</source>
        <translation>Luyện tập với giấy tờ mẫu</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::Navigation</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>count in the navigation</comment>
        <translation>
            <numerusform>%n đang chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>count in the navigation</comment>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Các màn hình</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::NoteDialog</name>
    <message>
        <source>Page with a note</source>
        <translation>Trang có giấy ghi chú</translation>
    </message>
    <message>
        <source>%1 is the copy without the note. The page with the note stands before it.</source>
        <translation>%1 là bản không có giấy ghi chú. Trang có giấy ghi chú nằm ngay trước.</translation>
    </message>
    <message>
        <source>%1 has a note stuck on it: it is copied twice, with the note and without (Circular 01/2023/TT-VPCP).</source>
        <translation>%1 có dán giấy ghi chú: phải sao chụp hai lần, có và không có giấy ghi chú (Thông tư 01/2023/TT-VPCP).</translation>
    </message>
    <message>
        <source>Take the note off, put the page into the scanner, side to be scanned as before, and press Enter. The new copy comes right behind this page.</source>
        <translation>Gỡ giấy ghi chú, đặt trang vào máy quét như lần trước rồi bấm Enter. Bản mới nằm ngay sau trang này.</translation>
    </message>
    <message>
        <source>From a file: choose Later, add the file, select both pages, then press G.</source>
        <translation>Nếu đã có tệp: chọn Để sau, thêm tệp, chọn cả hai trang rồi bấm G.</translation>
    </message>
    <message>
        <source>It is no such copy</source>
        <translation>Không phải bản sao như vậy</translation>
    </message>
    <message>
        <source>There is no note</source>
        <translation>Không có giấy ghi chú</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Scan without the note</source>
        <translation>Quét bản không có ghi chú</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::OpeningPage</name>
    <message>
        <source>The data cannot be opened</source>
        <translation>Không mở được dữ liệu</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>Recovery key, as it was printed</source>
        <translation>Khóa khôi phục, như trên bản in</translation>
    </message>
    <message>
        <source>Open with this key</source>
        <translation>Mở bằng khóa này</translation>
    </message>
    <message>
        <source>Folder of the data: %1 (left as it was)</source>
        <translation>Thư mục dữ liệu: %1 (được giữ nguyên)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation>Đang mở dữ liệu…</translation>
    </message>
    <message>
        <source>Checking the data. The more dossiers there are, the longer it takes.</source>
        <translation>Đang kiểm tra dữ liệu. Càng nhiều hồ sơ thì càng lâu.</translation>
    </message>
    <message>
        <source>For the administrator: %1</source>
        <translation>Cho người quản trị: %1</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PageModel</name>
    <message>
        <source>Picture broke off: scan this page again</source>
        <translation>Ảnh bị đứt giữa chừng: hãy quét lại trang này</translation>
    </message>
    <message>
        <source>Seems blank</source>
        <translation>Có vẻ trang trắng</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Thành phần %1</translation>
    </message>
    <message>
        <source>Not given to a component yet</source>
        <translation>Chưa gán vào thành phần nào</translation>
    </message>
    <message>
        <source>R</source>
        <comment>the result of the procedure, in a small mark</comment>
        <translation>KQ</translation>
    </message>
    <message>
        <source>%1, %2 % sure</source>
        <translation>%1, chắc %2 %</translation>
    </message>
    <message>
        <source>%1 of %2, component %3</source>
        <translation>%1 của %2, thành phần %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 của %2</translation>
    </message>
    <message>
        <source>Picture broke off</source>
        <comment>under a small page</comment>
        <translation>Ảnh đứt giữa chừng</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Không hiển thị được</translation>
    </message>
    <message>
        <source>Separator unread</source>
        <comment>under a small page</comment>
        <translation>Tờ ngăn không đọc được</translation>
    </message>
    <message>
        <source>Separator sheet that could not be read</source>
        <translation>Tờ ngăn không đọc được</translation>
    </message>
    <message>
        <source>Copy with note missing</source>
        <comment>under a small page</comment>
        <translation>Thiếu bản có ghi chú</translation>
    </message>
    <message>
        <source>The copy with the note is missing</source>
        <translation>Thiếu bản có giấy ghi chú</translation>
    </message>
    <message>
        <source>Copy without note missing</source>
        <comment>under a small page</comment>
        <translation>Thiếu bản không ghi chú</translation>
    </message>
    <message>
        <source>The copy without the note is missing: G</source>
        <translation>Thiếu bản không có giấy ghi chú: bấm G</translation>
    </message>
    <message>
        <source>Fed twice?</source>
        <comment>under a small page</comment>
        <translation>Quét hai lần?</translation>
    </message>
    <message>
        <source>Same sheet as another page? C compares them</source>
        <translation>Cùng một tờ với trang khác? Bấm C để so sánh</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Chưa được xem</translation>
    </message>
    <message>
        <source>No component yet</source>
        <comment>under a small page</comment>
        <translation>Chưa gán thành phần</translation>
    </message>
    <message>
        <source>Which way up?</source>
        <translation>Chưa rõ chiều trang</translation>
    </message>
    <message>
        <source>A note is stuck on it</source>
        <translation>Có dán giấy ghi chú</translation>
    </message>
    <message>
        <source>Copy without the note</source>
        <translation>Bản không có giấy ghi chú</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PageView</name>
    <message>
        <source>Page, large</source>
        <translation>Trang phóng lớn</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PaperModel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of the procedure</source>
        <translation>Kết quả giải quyết</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PapersPresenter</name>
    <message numerus="yes">
        <source>%n sheet(s) are safe. Put the sheets behind them into the feeder and press F6: it goes on in the same order.</source>
        <translation>
            <numerusform>%n tờ đã được lưu an toàn. Hãy đặt các tờ tiếp theo vào khay nạp rồi bấm F6: máy quét tiếp, giữ nguyên thứ tự.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) cannot be read as pictures. They are kept as they came and set aside: please scan them again, at 200 to 300 dpi.</source>
        <translation>
            <numerusform>%n trang không đọc được dưới dạng ảnh. Các trang đó được giữ nguyên như khi quét và để riêng: hãy quét lại ở 200 đến 300 dpi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in…</source>
        <translation>
            <numerusform>Đã nhận %n trang…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in and looked at…</source>
        <translation>
            <numerusform>Đã nhận và xem xét %n trang…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in, %1 of them looked at…</source>
        <translation>
            <numerusform>Đã nhận %n trang, đã xem xét %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the scanner…</source>
        <translation>Đang chờ máy quét…</translation>
    </message>
    <message>
        <source>Making the papers…</source>
        <translation>Đang tạo giấy tờ…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were scanned below 200 dpi. Scan them again.</source>
        <translation>
            <numerusform>%n trang được quét dưới 200 dpi. Hãy quét lại các trang đó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) made and queued for the warehouse.</source>
        <translation>
            <numerusform>Đã tạo %n giấy tờ, đang chờ gửi kho.</numerusform>
        </translation>
    </message>
    <message>
        <source>The papers were made already; nothing has changed.</source>
        <translation>Giấy tờ đã được tạo từ trước; không có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) came with a separator sheet of a dossier that is not known here. They were added to this dossier: please check.</source>
        <translation>
            <numerusform>%n trang đi kèm tờ ngăn của một hồ sơ không có trên máy này. Các trang đã được thêm vào hồ sơ đang mở: hãy kiểm tra lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to other dossiers, as their separator sheets say.</source>
        <translation>
            <numerusform>%n trang đã vào hồ sơ khác theo tờ ngăn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of the stack shows the same sheet as page %2. Was it fed twice? Look at both and set one aside if so.</source>
        <translation>Trang %1 của chồng giấy là cùng một tờ với trang %2. Hãy xem cả hai; nếu quét lặp thì để riêng một trang.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more message(s) like these.</source>
        <translation>
            <numerusform>Và %n thông báo khác tương tự.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) came in.</source>
        <translation>
            <numerusform>Đã nhận %n trang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) came in, %1 of them set aside.</source>
        <translation>
            <numerusform>Đã nhận %n trang, trong đó để riêng %1 trang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Đang đọc các tệp…</translation>
    </message>
    <message>
        <source>There is no picture or PDF in this folder.</source>
        <translation>Trong thư mục này không có ảnh hay PDF nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n side(s) came in and add up: %1 kept, %2 set aside.</source>
        <translation>
            <numerusform>Đã quét %n mặt, khớp: giữ %1, để riêng %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the pages of a stack that was not closed…</source>
        <translation>Đang kiểm tra các trang của chồng giấy chưa đóng…</translation>
    </message>
    <message numerus="yes">
        <source>This stack was not closed. All %n side(s) that had come are here, in order, and were compared with what was scanned.</source>
        <translation>
            <numerusform>Chồng giấy này chưa đóng. Đủ %n mặt đã quét, đúng thứ tự, và đã được so với bản quét gốc.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of this stack are no longer what was scanned. They are named below: scan them again.</source>
        <translation>
            <numerusform>%n trang của chồng giấy này không còn đúng như khi quét. Các trang đó được nêu bên dưới: hãy quét lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stack adds up. Its account is closed.</source>
        <translation>Chồng giấy đã khớp. Đã đóng đối chiếu.</translation>
    </message>
    <message>
        <source>The account is closed as you say.</source>
        <translation>Đã đóng đối chiếu theo xác nhận của bạn.</translation>
    </message>
    <message>
        <source>The papers are not made yet: a stack of this dossier does not add up. Look at each line; when it is right all the same, press Ctrl+Enter, then F10 again.</source>
        <translation>Chưa tạo giấy tờ: một chồng giấy của hồ sơ này chưa khớp. Hãy xem từng dòng; nếu vẫn đúng thì bấm Ctrl+Enter, rồi F10 lần nữa.</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>bảng nhớ tạm</translation>
    </message>
    <message>
        <source>The same line runs over several pages: there is dirt on the scanner&apos;s glass. Wipe it and scan these pages again.</source>
        <translation>Cùng một vệt chạy qua nhiều trang: kính máy quét bị bẩn. Hãy lau kính rồi quét lại các trang này.</translation>
    </message>
    <message>
        <source>Taking files from the scanner&apos;s folder…</source>
        <translation>Đang nhận tệp từ thư mục của máy quét…</translation>
    </message>
    <message>
        <source>The stack is cut: %1 pages kept, %2 set aside.</source>
        <translation>Đã chia chồng giấy: giữ %1 trang, để riêng %2 trang.</translation>
    </message>
    <message>
        <source>Open a dossier first. A way of scanning whose pages go wherever the separator sheets say needs none.</source>
        <translation>Hãy mở một hồ sơ trước. Chỉ cách quét “theo tờ ngăn” mới không cần mở hồ sơ.</translation>
    </message>
    <message>
        <source>Put the papers in: the scanner begins by itself.</source>
        <translation>Cứ đặt giấy vào: máy quét sẽ tự quét.</translation>
    </message>
    <message>
        <source>This scanner does not tell when paper is put in: press F6 to scan. In the ways of scanning (Ctrl+F6) that can be switched off.</source>
        <translation>Máy quét này không báo khi có giấy đặt vào: hãy bấm F6 để quét. Có thể tắt việc tự quét trong các cách quét (Ctrl+F6).</translation>
    </message>
    <message>
        <source>The scanner was found again at another address. It is used there from now on.</source>
        <translation>Máy quét đã đổi địa chỉ và được tìm thấy lại. Từ nay chương trình dùng địa chỉ mới.</translation>
    </message>
    <message>
        <source>What was scanned is no page one can read. It was set aside; the copy without the note is still missing.</source>
        <translation>Trang vừa quét trắng hoặc không đọc được nên được để riêng; vẫn thiếu bản không có giấy ghi chú.</translation>
    </message>
    <message>
        <source>Nothing to change: these pages are cleaned so already.</source>
        <translation>Không có gì thay đổi: các trang này đã được làm sạch như vậy.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) cleaned anew. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>Đã làm sạch lại %n trang. Ctrl+Z để hoàn tác.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in; comparing them with each other…</source>
        <translation>
            <numerusform>Đã nhận %n trang; đang so sánh các trang với nhau…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PapersScreen</name>
    <message>
        <source>Other dossier</source>
        <translation>Hồ sơ khác</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Finish papers</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Thêm thư mục</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Xoay trái</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Xoay phải</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Đưa lên trước</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Đưa ra sau</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Whole page or 100 %</source>
        <translation>Cả trang hoặc 100 %</translation>
    </message>
    <message>
        <source>Go to the components</source>
        <translation>Đến danh sách thành phần</translation>
    </message>
    <message>
        <source>Go to the pages</source>
        <translation>Đến danh sách trang</translation>
    </message>
    <message>
        <source>Give pages to the result</source>
        <translation>Gán trang vào kết quả</translation>
    </message>
    <message>
        <source>Give pages to component %1</source>
        <translation>Gán trang vào thành phần %1</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Chọn tệp để thêm</translation>
    </message>
    <message>
        <source>Pictures and PDF (%1)</source>
        <translation>Ảnh và PDF (%1)</translation>
    </message>
    <message>
        <source>Folder to add</source>
        <translation>Chọn thư mục để thêm</translation>
    </message>
    <message>
        <source>Digitize</source>
        <translation>Số hóa</translation>
    </message>
    <message>
        <source>Choose a dossier</source>
        <translation>Chọn hồ sơ</translation>
    </message>
    <message>
        <source>Dossiers with something to scan</source>
        <translation>Hồ sơ còn giấy tờ phải quét</translation>
    </message>
    <message>
        <source>Nothing waits to be digitized</source>
        <translation>Không còn hồ sơ nào chờ số hóa</translation>
    </message>
    <message>
        <source>Take a dossier in first (Ctrl+1). To add pages to an older dossier, open it from the list of dossiers (Ctrl+3).</source>
        <translation>Hãy tiếp nhận hồ sơ trước (Ctrl+1). Muốn thêm trang vào hồ sơ cũ, hãy mở hồ sơ đó trong danh sách Hồ sơ (Ctrl+3).</translation>
    </message>
    <message>
        <source>Enter opens the dossier. Most urgent first.</source>
        <translation>Bấm Enter để mở hồ sơ. Gấp nhất đứng đầu.</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>No pages yet</source>
        <translation>Chưa có trang nào</translation>
    </message>
    <message>
        <source>Put the papers into the scanner and press F6, or add files with Ctrl+O. Files and folders can be dropped here too.</source>
        <translation>Đặt giấy vào máy quét rồi bấm F6, hoặc thêm tệp bằng Ctrl+O. Cũng có thể kéo thả tệp và thư mục vào đây.</translation>
    </message>
    <message>
        <source>Pages set aside</source>
        <translation>Các trang để riêng</translation>
    </message>
    <message>
        <source>Which dossier do the papers in your hand belong to?</source>
        <translation>Giấy tờ trên tay thuộc hồ sơ nào?</translation>
    </message>
    <message>
        <source>Result of the procedure</source>
        <translation>Kết quả giải quyết</translation>
    </message>
    <message numerus="yes">
        <source>Set aside: %n page(s). Ins brings one back.</source>
        <translation>
            <numerusform>Để riêng: %n trang. Phím Ins để lấy lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a page to see it large.</source>
        <translation>Chọn một trang để xem phóng lớn.</translation>
    </message>
    <message>
        <source>This page cannot be shown. Scan it again.</source>
        <translation>Không hiển thị được trang này. Hãy quét lại.</translation>
    </message>
    <message>
        <source>This component has no pages yet</source>
        <translation>Thành phần này chưa có trang nào</translation>
    </message>
    <message>
        <source>Choose pages under &quot;All pages&quot; and press its digit, or drag them onto it.</source>
        <translation>Chọn trang trong “Tất cả các trang” rồi bấm phím số của thành phần, hoặc kéo trang thả vào đó.</translation>
    </message>
    <message>
        <source>Every page was set aside</source>
        <translation>Mọi trang đều được để riêng</translation>
    </message>
    <message>
        <source>Look at them below: blank ones and separator sheets may stay there. Ins brings one back.</source>
        <translation>Hãy xem các trang ở dưới: trang trắng và tờ ngăn cứ để đó. Bấm Ins để lấy lại một trang.</translation>
    </message>
    <message>
        <source>Drop here to add to this dossier</source>
        <translation>Thả vào đây để thêm vào hồ sơ</translation>
    </message>
    <message>
        <source>Drop here: component %1</source>
        <translation>Thả vào đây: thành phần %1</translation>
    </message>
    <message>
        <source>Drop files or folders here to add them to this dossier</source>
        <translation>Thả tệp hoặc thư mục vào đây để thêm vào hồ sơ này</translation>
    </message>
    <message>
        <source>Drop files or folders here to add them to the component chosen at the left</source>
        <translation>Thả tệp hoặc thư mục vào đây để thêm vào thành phần đang chọn bên trái</translation>
    </message>
    <message numerus="yes">
        <source>%n stack(s) are scanned and not closed yet. The oldest: %1, dossier %2, %3 sides. All of it is kept.</source>
        <translation>
            <numerusform>%n chồng giấy đã quét mà chưa đóng. Cũ nhất: %1, hồ sơ %2, %3 mặt. Tất cả vẫn được giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this stack</source>
        <translation>Xem chồng giấy này</translation>
    </message>
    <message>
        <source>Scan: %1</source>
        <translation>Quét: %1</translation>
    </message>
    <message>
        <source>as scanned, %1</source>
        <translation>bản quét gốc, %1</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>Quét lại trang này</translation>
    </message>
    <message>
        <source>Add the picture from the clipboard</source>
        <translation>Dán ảnh từ bảng nhớ tạm</translation>
    </message>
    <message>
        <source>The page as it was scanned</source>
        <translation>Xem bản quét gốc</translation>
    </message>
    <message>
        <source>Next page to look at</source>
        <translation>Trang cần xem tiếp theo</translation>
    </message>
    <message>
        <source>Page to look at before</source>
        <translation>Trang cần xem trước đó</translation>
    </message>
    <message>
        <source>No page here needs another look.</source>
        <translation>Không có trang nào cần xem lại.</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard. Copy one first.</source>
        <translation>Bảng nhớ tạm không có ảnh hay tệp nào. Hãy sao chép trước.</translation>
    </message>
    <message>
        <source>by its separator sheets</source>
        <translation>theo tờ ngăn</translation>
    </message>
    <message>
        <source>A stack that its separator sheets give to dossiers</source>
        <translation>Chồng giấy chia vào các hồ sơ theo tờ ngăn</translation>
    </message>
    <message>
        <source>Give to another dossier…</source>
        <translation>Chuyển sang hồ sơ khác…</translation>
    </message>
    <message>
        <source>Give to another dossier</source>
        <translation>Chuyển sang hồ sơ khác</translation>
    </message>
    <message numerus="yes">
        <source>Code of the dossier that %n page(s) belong to:</source>
        <translation>
            <numerusform>Mã hồ sơ của %n trang này:</numerusform>
        </translation>
    </message>
    <message>
        <source>Give to it</source>
        <translation>Giao cho hồ sơ này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Để riêng: %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>Component %1, page %2</source>
        <translation>Thành phần %1, trang %2</translation>
    </message>
    <message>
        <source>A page of another list</source>
        <translation>Trang ở danh sách khác</translation>
    </message>
    <message>
        <source>Choose the page to lay beside it</source>
        <translation>Chọn trang để đặt cạnh trang này</translation>
    </message>
    <message>
        <source>%1 as scanned</source>
        <translation>%1: như khi quét</translation>
    </message>
    <message>
        <source>%1 in the paper</source>
        <translation>%1: như trong giấy tờ</translation>
    </message>
    <message>
        <source>The pages stand by how doubtful they are, so there is no before and after now. Press D for the paper&apos;s order, then move them.</source>
        <translation>Các trang đang xếp theo mức đáng ngờ nên không đổi chỗ được. Bấm D để trở về thứ tự giấy tờ rồi hãy đổi chỗ.</translation>
    </message>
    <message>
        <source>The most doubtful pages first. D: back to the paper&apos;s order.</source>
        <translation>Trang đáng ngờ nhất đứng đầu. D: trở về thứ tự giấy tờ.</translation>
    </message>
    <message>
        <source>Most doubtful pages first</source>
        <translation>Trang đáng ngờ đứng đầu</translation>
    </message>
    <message>
        <source>Compare: before and after cleaning, or two pages</source>
        <translation>So sánh: trước và sau khi làm sạch, hoặc hai trang</translation>
    </message>
    <message>
        <source>Compare this page with the one chosen next</source>
        <translation>Giữ trang này để so với trang chọn tiếp</translation>
    </message>
    <message>
        <source>Clean anew…</source>
        <translation>Làm sạch lại…</translation>
    </message>
    <message>
        <source>A note is stuck on this page</source>
        <translation>Trang có dán giấy ghi chú</translation>
    </message>
    <message>
        <source>Finish without the missing copies</source>
        <translation>Hoàn tất dù thiếu bản sao</translation>
    </message>
    <message>
        <source>Kept as the two copies: with the note, then without.</source>
        <translation>Đã ghi là hai bản của một trang: có giấy ghi chú, rồi không có.</translation>
    </message>
    <message>
        <source>Choose the page with the note on it; or both of its copies, first the one with the note, and press G.</source>
        <translation>Hãy chọn trang có dán giấy ghi chú; hoặc chọn cả hai bản của nó, bản có giấy ghi chú đứng trước, rồi bấm G.</translation>
    </message>
    <message>
        <source>The papers are not made yet: a page with a note stuck on it is copied twice, with the note and without, and one of the two is missing (%1). Go there, press G and scan it. If it is right so, finish without.</source>
        <translation>Chưa tạo giấy tờ: trang có dán giấy ghi chú phải có hai bản, có và không có giấy ghi chú, mà một bản còn thiếu (%1). Đến trang đó, bấm G để quét. Nếu vẫn đúng như vậy thì hoàn tất.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PartModel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Tất cả các trang</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PersonForm</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Card issued on</source>
        <translation>Ngày cấp thẻ</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Phone (if given)</source>
        <translation>Điện thoại (nếu có)</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>nn/tt/nnnn</translation>
    </message>
    <message>
        <source>12 digits</source>
        <translation>12 chữ số</translation>
    </message>
    <message>
        <source>Card checked</source>
        <translation>Thẻ hợp lệ</translation>
    </message>
    <message>
        <source>Please compare</source>
        <translation>Cần đối chiếu</translation>
    </message>
    <message>
        <source>Read a card, or enter the applicant&apos;s name.</source>
        <translation>Hãy đọc thẻ, hoặc nhập tên người nộp hồ sơ.</translation>
    </message>
    <message>
        <source>A personal number has exactly 12 digits. Leave it empty when there is none.</source>
        <translation>Số định danh có đúng 12 chữ số. Không có thì để trống.</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it like 05/03/1998.</source>
        <translation>“%1” không phải là ngày. Hãy viết như 05/03/1998.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ProfilesDialog</name>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Về mặc định</translation>
    </message>
    <message>
        <source>Ways of scanning</source>
        <translation>Cách quét</translation>
    </message>
    <message>
        <source>Turn upright</source>
        <translation>Xoay đúng chiều</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Chỉnh thẳng</translation>
    </message>
    <message>
        <source>Cut to the sheet</source>
        <translation>Cắt theo mép giấy</translation>
    </message>
    <message>
        <source>Remove black borders</source>
        <translation>Xóa viền đen</translation>
    </message>
    <message>
        <source>Fill punched holes</source>
        <translation>Lấp lỗ đục</translation>
    </message>
    <message>
        <source>Whiten the paper</source>
        <translation>Làm trắng nền giấy</translation>
    </message>
    <message>
        <source>At Patch T sheets</source>
        <translation>Tại tờ Patch T</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Feeder, one side</source>
        <translation>Khay nạp, một mặt</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>Khay nạp, hai mặt</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Mặt kính</translation>
    </message>
    <message>
        <source>Each page decides</source>
        <translation>Tự chọn theo trang</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Đen trắng</translation>
    </message>
    <message>
        <source>As wide as the scanner can</source>
        <translation>Khổ lớn nhất của máy quét</translation>
    </message>
    <message>
        <source>The component chosen at the left</source>
        <translation>Thành phần đang chọn bên trái</translation>
    </message>
    <message>
        <source>The dossier, parted by separators</source>
        <translation>Hồ sơ đang mở, chia theo tờ ngăn</translation>
    </message>
    <message>
        <source>Whatever dossiers the separators name</source>
        <translation>Các hồ sơ ghi trên tờ ngăn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn giấy</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Pages go to</source>
        <translation>Trang quét vào</translation>
    </message>
    <message>
        <source>Clean, where the program is sure</source>
        <translation>Làm sạch, khi chương trình chắc chắn</translation>
    </message>
    <message>
        <source>Part the stack, besides our own separator sheets</source>
        <translation>Chia chồng giấy, ngoài tờ ngăn của chương trình</translation>
    </message>
    <message>
        <source>At a QR code or Code 128 beginning with</source>
        <translation>Tại mã QR hoặc Code 128 bắt đầu bằng</translation>
    </message>
    <message>
        <source>After so many sides</source>
        <translation>Sau mỗi số mặt</translation>
    </message>
    <message>
        <source>New way of scanning</source>
        <translation>Cách quét mới</translation>
    </message>
    <message>
        <source>Give this way of scanning a name.</source>
        <translation>Hãy đặt tên cho cách quét này.</translation>
    </message>
    <message>
        <source>Two ways of scanning are called “%1”. Give one another name.</source>
        <translation>Có hai cách quét cùng tên “%1”. Hãy đổi tên một cách.</translation>
    </message>
    <message>
        <source>Start when paper is put into the feeder</source>
        <translation>Tự quét khi đặt giấy vào khay nạp</translation>
    </message>
    <message>
        <source>Only with a scanner that tells of its paper; others begin with F6.</source>
        <translation>Chỉ với máy quét biết báo có giấy; máy khác vẫn quét bằng F6.</translation>
    </message>
    <message>
        <source>The chosen scanner tells of its paper. What lies in it already is left for F6.</source>
        <translation>Máy quét đã chọn biết báo có giấy. Giấy đã nằm sẵn trong khay thì bấm F6.</translation>
    </message>
    <message>
        <source>The chosen scanner does not tell when paper is put in: it begins with F6.</source>
        <translation>Máy quét đã chọn không báo khi có giấy đặt vào: quét bằng F6.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::RateTableModel</name>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::RatesPresenter</name>
    <message>
        <source>Table saved: %1</source>
        <translation>Đã lưu bảng: %1</translation>
    </message>
    <message>
        <source>The name must end in .xlsx, .pdf or .csv.</source>
        <translation>Tên tệp phải kết thúc bằng .xlsx, .pdf hoặc .csv.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::RatesScreen</name>
    <message>
        <source>Supervise</source>
        <translation>Giám sát</translation>
    </message>
    <message>
        <source>Indicators of Decision 766/QĐ-TTg, by day of reception</source>
        <translation>Quyết định 766/QĐ-TTg, tính theo ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Tính lại</translation>
    </message>
    <message>
        <source>Back to the indicators</source>
        <translation>Về các chỉ số</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Own period</source>
        <translation>Tự chọn</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Nhóm theo</translation>
    </message>
    <message>
        <source>Choose the period</source>
        <translation>Chọn kỳ</translation>
    </message>
    <message>
        <source>Choose the grouping</source>
        <translation>Chọn cách nhóm</translation>
    </message>
    <message>
        <source>Dossiers behind “%1”</source>
        <translation>Hồ sơ của chỉ số “%1”</translation>
    </message>
    <message>
        <source>Indicators by group</source>
        <translation>Chỉ số theo nhóm</translation>
    </message>
    <message>
        <source>No dossier in this period</source>
        <translation>Không có hồ sơ trong kỳ này</translation>
    </message>
    <message>
        <source>A dossier belongs to the day it was received. Choose a longer period.</source>
        <translation>Hồ sơ được tính vào ngày tiếp nhận. Hãy chọn kỳ dài hơn.</translation>
    </message>
    <message>
        <source>Which dossiers</source>
        <translation>Hồ sơ nào</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Chưa đạt</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đã đạt</translation>
    </message>
    <message>
        <source>Dossiers behind the number</source>
        <translation>Các hồ sơ của con số này</translation>
    </message>
    <message>
        <source>No dossier here</source>
        <translation>Không có hồ sơ nào</translation>
    </message>
    <message>
        <source>Nothing is on this side of the number.</source>
        <translation>Không có hồ sơ nào thuộc phía này của con số.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) counted. Enter opens one.</source>
        <translation>
            <numerusform>%n hồ sơ đạt. Bấm Enter để mở.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) missing. Enter opens one.</source>
        <translation>
            <numerusform>%n hồ sơ chưa đạt. Bấm Enter để mở.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Lưu bảng</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>Văn bản CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ScanWays</name>
    <message>
        <source>Ways of scanning</source>
        <translation>Cách quét</translation>
    </message>
    <message>
        <source>Count the sheets first…</source>
        <translation>Đếm số tờ trước…</translation>
    </message>
    <message>
        <source>Change the ways of scanning…</source>
        <translation>Sửa cách quét…</translation>
    </message>
    <message>
        <source>As the settings say</source>
        <translation>Theo Cài đặt</translation>
    </message>
    <message>
        <source>Count the sheets first</source>
        <translation>Đếm số tờ trước</translation>
    </message>
    <message>
        <source>How many sheets go into the feeder? The program then says when another number comes out. 0: not counted.</source>
        <translation>Đặt bao nhiêu tờ vào khay nạp? Chương trình sẽ báo nếu số tờ quét được khác số này. 0: không đếm.</translation>
    </message>
    <message>
        <source>Keep the number</source>
        <translation>Ghi số tờ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SettingsPresenter</name>
    <message numerus="yes">
        <source>%n scanner(s) found.</source>
        <translation>
            <numerusform>Tìm thấy %n máy quét.</numerusform>
        </translation>
    </message>
    <message>
        <source>Met for the first time: %1. From now on only this device is trusted at its address.</source>
        <translation>Lần đầu kết nối: %1. Từ nay, tại địa chỉ đó chương trình chỉ tin đúng thiết bị này.</translation>
    </message>
    <message>
        <source>The scanner&apos;s address is a name or a number on the network, for example 192.168.1.20 or scanner.local:8080.</source>
        <translation>Địa chỉ máy quét là tên hoặc số trên mạng, ví dụ 192.168.1.20 hoặc scanner.local:8080.</translation>
    </message>
    <message>
        <source>The settings are kept.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
    <message>
        <source>This is not a key for separator sheets: it has nine groups of four characters, 0 to 9 and A to F. Compare each group with the other computer.</source>
        <translation>Đây không phải khóa tờ ngăn: khóa có chín nhóm, mỗi nhóm bốn ký tự, từ 0 đến 9 và A đến F. Hãy so từng nhóm với máy kia.</translation>
    </message>
    <message>
        <source>Separator sheets are signed with the key %1 from now on.</source>
        <translation>Từ nay tờ ngăn được ký bằng khóa %1.</translation>
    </message>
    <message>
        <source>The key is copied, for two minutes. Enter it in the settings of the other computer.</source>
        <translation>Đã chép khóa, giữ trong hai phút. Hãy nhập khóa vào phần Cài đặt của máy kia.</translation>
    </message>
    <message>
        <source>Forget the certificate</source>
        <translation>Xóa chứng thư cũ</translation>
    </message>
    <message>
        <source>At the address %1 another device answers than before: its certificate has changed. If the scanner was replaced or set up anew, forget the old certificate. If nobody did that, call your technician first.</source>
        <translation>Ở địa chỉ %1 là một máy khác trước: chứng thư của máy đã thay đổi. Nếu máy quét vừa được thay hoặc cài đặt lại, hãy xóa chứng thư cũ. Nếu không ai làm việc đó, hãy gọi cán bộ kỹ thuật trước.</translation>
    </message>
    <message>
        <source>This workstation is enrolled.</source>
        <translation>Đã ghi danh máy trạm này.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SettingsScreen</name>
    <message>
        <source>%1 (does not answer)</source>
        <translation>%1 (không trả lời)</translation>
    </message>
    <message>
        <source>for example 192.168.1.20</source>
        <translation>ví dụ 192.168.1.20</translation>
    </message>
    <message>
        <source>Address of a network scanner</source>
        <translation>Địa chỉ máy quét mạng</translation>
    </message>
    <message>
        <source>Only needed when the scanner is not found by itself.</source>
        <translation>Chỉ cần khi chương trình không tự tìm thấy máy quét.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Use the feeder</source>
        <translation>Dùng khay nạp giấy</translation>
    </message>
    <message>
        <source>Scan both sides</source>
        <translation>Quét hai mặt</translation>
    </message>
    <message>
        <source>Keep the settings</source>
        <translation>Lưu cài đặt</translation>
    </message>
    <message>
        <source>Unit and workstation</source>
        <translation>Đơn vị và máy trạm</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>Mã đơn vị</translation>
    </message>
    <message>
        <source>Unit name</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Máy trạm</translation>
    </message>
    <message>
        <source>Each computer of the unit gets its own number, so that two never give the same dossier code.</source>
        <translation>Mỗi máy của đơn vị có một số riêng, để không bao giờ có hai máy cấp trùng mã hồ sơ.</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Kho dữ liệu</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Folder of the warehouse</source>
        <translation>Thư mục kho dữ liệu</translation>
    </message>
    <message>
        <source>folder inside the data of this program</source>
        <translation>thư mục nằm trong dữ liệu của chương trình</translation>
    </message>
    <message>
        <source>Folder or address</source>
        <translation>Thư mục hoặc địa chỉ</translation>
    </message>
    <message>
        <source>A folder, or the address that the province gave, such as s3+https://…</source>
        <translation>Một thư mục, hoặc địa chỉ do tỉnh cấp, dạng s3+https://…</translation>
    </message>
    <message>
        <source>Largest paper</source>
        <translation>Dung lượng tối đa một giấy tờ</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Look for scanners</source>
        <translation>Tìm máy quét</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>The first that answers</source>
        <translation>Máy đầu tiên tìm thấy</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Cỡ hiển thị</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>No scanner answers</source>
        <translation>Không tìm thấy máy quét</translation>
    </message>
    <message>
        <source>Cannot be changed while practising.</source>
        <translation>Không đổi được khi luyện tập.</translation>
    </message>
    <message>
        <source>Ways of scanning</source>
        <translation>Cách quét</translation>
    </message>
    <message>
        <source>Choose the folder of the scanner</source>
        <translation>Chọn thư mục của máy quét</translation>
    </message>
    <message>
        <source>Folder of the scanner</source>
        <translation>Thư mục của máy quét</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Folder into which the scanner writes files</source>
        <translation>Thư mục máy quét ghi tệp vào</translation>
    </message>
    <message>
        <source>While a dossier is open, files that are complete there come into it, and are then moved into the folder &quot;da-nhan&quot;.</source>
        <translation>Khi hồ sơ đang mở, tệp ghi xong được đưa vào hồ sơ rồi chuyển sang thư mục &quot;da-nhan&quot;.</translation>
    </message>
    <message>
        <source>A sound for pages to look at and stacks in doubt</source>
        <translation>Tiếng báo khi có trang cần xem, giấy không khớp</translation>
    </message>
    <message>
        <source>Size and language hold when the program is started the next time.</source>
        <translation>Cỡ hiển thị và ngôn ngữ có hiệu lực từ lần khởi động sau.</translation>
    </message>
    <message>
        <source>Hours of sending are written as 17:30-07:00; leave the field empty for any time.</source>
        <translation>Khung giờ gửi viết theo dạng 17:30-07:00; để trống thì gửi bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>Enrol workstation…</source>
        <translation>Ghi danh máy trạm…</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SheetKeyCard</name>
    <message>
        <source>Separator sheets</source>
        <translation>Tờ ngăn</translation>
    </message>
    <message>
        <source>Copy this computer&apos;s key</source>
        <translation>Chép khóa của máy này</translation>
    </message>
    <message>
        <source>Key of another computer of the unit</source>
        <translation>Khóa của máy khác trong đơn vị</translation>
    </message>
    <message>
        <source>Computers with one key take each other&apos;s sheets. Give it only to computers of this unit: whoever has it can print sheets that count as yours.</source>
        <translation>Các máy chung khóa nhận tờ ngăn của nhau. Chỉ đưa khóa cho máy trong đơn vị: ai có khóa đều in được tờ ngăn như của đơn vị.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Dùng khóa này</translation>
    </message>
    <message>
        <source>Signed with the key %1 that was entered here.</source>
        <translation>Tờ ngăn được ký bằng khóa %1 đã nhập vào máy này.</translation>
    </message>
    <message>
        <source>Signed with this computer&apos;s own key %1.</source>
        <translation>Tờ ngăn được ký bằng khóa riêng %1 của máy này.</translation>
    </message>
    <message numerus="yes">
        <source>Sheets of %n key(s) count here.</source>
        <translation>
            <numerusform>Máy này nhận tờ ngăn của %n khóa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ShellPresenter</name>
    <message>
        <source>Look at it</source>
        <translation>Xem ngay</translation>
    </message>
    <message numerus="yes">
        <source>A stack of papers was not closed when the program ended: %n side(s), scanned %1. All of them are kept.</source>
        <translation>
            <numerusform>Một chồng giấy chưa đóng khi chương trình tắt: %n mặt, quét lúc %1. Tất cả vẫn được giữ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::StatusLine</name>
    <message>
        <source>State of this workstation</source>
        <translation>Tình trạng của máy trạm</translation>
    </message>
    <message>
        <source>Workstation %1/%2</source>
        <translation>Máy trạm %1/%2</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Chưa có số máy</translation>
    </message>
    <message>
        <source>Dossier numbers stay provisional until a workstation number is entered in the settings.</source>
        <translation>Mã hồ sơ là mã tạm cho đến khi nhập số máy trạm trong phần Cài đặt.</translation>
    </message>
    <message>
        <source>Key in a file</source>
        <translation>Khóa nằm trong tệp</translation>
    </message>
    <message>
        <source>This computer has no key store, so the key lies in a file beside the data that only you can read.</source>
        <translation>Máy này không có kho khóa của hệ điều hành, nên khóa nằm trong một tệp cạnh dữ liệu mà chỉ bạn đọc được.</translation>
    </message>
    <message>
        <source>Warehouse answers</source>
        <translation>Kho đang trả lời</translation>
    </message>
    <message>
        <source>Warehouse out of reach</source>
        <translation>Không liên lạc được kho</translation>
    </message>
    <message>
        <source>You can go on working. Papers are sent as soon as the warehouse answers.</source>
        <translation>Cứ tiếp tục làm việc. Giấy tờ sẽ được gửi ngay khi kho trả lời.</translation>
    </message>
    <message>
        <source>Every paper is in the warehouse</source>
        <translation>Mọi giấy tờ đã lưu kho</translation>
    </message>
    <message>
        <source>Oldest paper not yet stored: %1</source>
        <translation>Giấy tờ chưa lưu kho lâu nhất: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are waiting to be stored in the warehouse.</source>
        <translation>
            <numerusform>%n giấy tờ đang chờ lưu kho.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::TakenPanel</name>
    <message>
        <source>Taken in</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Quét ngay</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>This number is provisional: this workstation has no number range yet. Enter the workstation in the settings.</source>
        <translation>Đây là mã tạm: máy này chưa có số máy trạm. Hãy nhập số máy trạm trong phần Cài đặt.</translation>
    </message>
    <message>
        <source>Result due %1</source>
        <translation>Hẹn trả kết quả %1</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Không có ngày hẹn trả</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s) to scan</source>
        <translation>
            <numerusform>%n thành phần cần quét</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to scan</source>
        <translation>Không phải quét</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::TourPanel</name>
    <message>
        <source>Do it for me</source>
        <translation>Làm giúp tôi</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Kết thúc luyện tập</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>LUYỆN TẬP</translation>
    </message>
    <message>
        <source>Read the citizen card</source>
        <translation>Đọc thẻ căn cước</translation>
    </message>
    <message>
        <source>At a real counter the reader types the card&apos;s code into the first field. F12 uses the sample card.</source>
        <translation>Ở quầy thật, đầu đọc tự gõ mã của thẻ vào ô đầu tiên. Bấm F12 để dùng thẻ mẫu.</translation>
    </message>
    <message>
        <source>Find the procedure</source>
        <translation>Tìm thủ tục</translation>
    </message>
    <message>
        <source>Press F3, write &quot;khai sinh&quot; without tone marks, then Enter.</source>
        <translation>Bấm F3, gõ “khai sinh” (không cần dấu), rồi Enter.</translation>
    </message>
    <message>
        <source>Take the dossier in</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>The list says what to do with each component. Space notes one as shown. F9 takes the dossier in.</source>
        <translation>Danh sách cho biết phải làm gì với từng giấy. Phím cách để ghi nhận, F9 để tiếp nhận.</translation>
    </message>
    <message>
        <source>Bring the pages in</source>
        <translation>Đưa giấy tờ vào</translation>
    </message>
    <message>
        <source>F10 goes on to digitizing. There F6 scans and Ctrl+O adds files. F12 brings in the sample papers.</source>
        <translation>F10 chuyển sang số hóa. Ở đó F6 quét, Ctrl+O thêm tệp. Bấm F12 để đưa giấy tờ mẫu vào.</translation>
    </message>
    <message>
        <source>Give the pages to the components</source>
        <translation>Chia trang cho từng thành phần</translation>
    </message>
    <message>
        <source>Choose a page with the arrow keys, press the digit of its component: the form 1, the birth notice 3, the letter of authority 6.</source>
        <translation>Chọn trang bằng mũi tên rồi bấm số: tờ khai 1, giấy chứng sinh 3, giấy ủy quyền 6.</translation>
    </message>
    <message>
        <source>Finish the papers</source>
        <translation>Hoàn tất giấy tờ</translation>
    </message>
    <message>
        <source>F10 makes one PDF/A of each component and checks it.</source>
        <translation>F10 lập cho mỗi thành phần một tệp PDF/A và kiểm tra lại.</translation>
    </message>
    <message>
        <source>Send to the warehouse</source>
        <translation>Gửi về kho</translation>
    </message>
    <message>
        <source>Ctrl+4, then F5. A paper counts as stored once the warehouse has confirmed it. Practice has a warehouse of its own.</source>
        <translation>Bấm Ctrl+4 rồi F5. Chỉ khi kho xác nhận mới là đã lưu. Kho luyện tập nằm trên máy này.</translation>
    </message>
    <message>
        <source>See the rates</source>
        <translation>Xem tỷ lệ</translation>
    </message>
    <message>
        <source>Ctrl+5 shows the indicators. Alt and a digit lists the dossiers behind a number.</source>
        <translation>Ctrl+5 mở các chỉ số. Alt kèm một chữ số liệt kê hồ sơ đứng sau con số.</translation>
    </message>
    <message>
        <source>That was the whole task</source>
        <translation>Bạn đã đi hết một vòng công việc</translation>
    </message>
    <message>
        <source>Look around as you like. Nothing here reaches the province. Ctrl+F12 ends the practice.</source>
        <translation>Bạn cứ xem thêm tùy ý. Không có gì ở đây gửi về tỉnh. Ctrl+F12 kết thúc luyện tập.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Làm lại từ đầu</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Bước %1/%2: %3</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::WaitingModel</name>
    <message>
        <source>News of this workstation for the warehouse</source>
        <translation>Thông tin hồ sơ từ máy này</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Chưa gửi lần nào.</translation>
    </message>
    <message>
        <source>Sent; the warehouse has not confirmed it yet.</source>
        <translation>Đã gửi; kho chưa xác nhận.</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>chờ %1</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>đã thử %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>thử lại lúc %1</translation>
    </message>
    <message>
        <source>%1 of %2 are there (%3 %)</source>
        <translation>Đã đến kho %1 / %2 (%3 %)</translation>
    </message>
    <message>
        <source>Paper of workstation %1, carried here</source>
        <translation>Giấy tờ của máy số %1, mang tay đến</translation>
    </message>
    <message>
        <source>News of workstation %1, carried here</source>
        <translation>Thông tin hồ sơ của máy số %1, mang tay đến</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::WorkstationFields</name>
    <message>
        <source>none</source>
        <comment>workstation number</comment>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>of</source>
        <comment>workstation 1 of 3</comment>
        <translation>trên</translation>
    </message>
    <message>
        <source>Number of this workstation</source>
        <translation>Số của máy trạm này</translation>
    </message>
    <message>
        <source>How many workstations the unit has</source>
        <translation>Tổng số máy trạm của đơn vị</translation>
    </message>
    <message>
        <source>The unit code has letters A–Z, digits and dots, for example H56.14.</source>
        <translation>Mã đơn vị gồm chữ A–Z, chữ số và dấu chấm, ví dụ H56.14.</translation>
    </message>
    <message>
        <source>Please enter the name of the unit.</source>
        <translation>Hãy nhập tên đơn vị.</translation>
    </message>
    <message>
        <source>Please enter who works at this computer.</source>
        <translation>Hãy nhập tên người làm việc trên máy này.</translation>
    </message>
    <message>
        <source>The workstation&apos;s number lies between 1 and the number of workstations.</source>
        <translation>Số của máy trạm phải từ 1 đến tổng số máy trạm.</translation>
    </message>
</context>
</TS>
